import type { Entry } from '../../entry.ts'

export const ENTRIES: readonly Entry[] = [
  {
    id: 'sshd-openssl-mismatch',
    by: 'sshd',
    level: 'fatal',
    step: 'port',
    road: 'breaks',
    // Without its tag it may be the user's own ssh that does not start.
    tagged: true,
    says: 'sshd, or its child, runs with another OpenSSL than the one it was built for, and ends.',
    words: /^OpenSSL version mismatch\. Built against [\da-f]{1,16}, you have [\da-f]{1,16}$/,
    message: 'child-crashed',
    source: 'OpenSSH 6.6 to 10.5, openbsd-compat/openssl-compat.c ssh_compatible_openssl, entropy.c seed_rng',
  },
]
