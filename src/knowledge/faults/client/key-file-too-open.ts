import type { Fault } from '../../../core/types.ts'

export default {
  id: 'key-file-too-open',
  stage: 'client',
  shows: 'auth',
  title: 'ssh ignores the key file because others can read it',
  prior: 1,
  why: 'A private key that group or others may read is refused by the client itself.',
  likelihood: {
    'key-files': { 'too-open': 0.997 },
    auth: { 'nothing-to-offer': 0.3, denied: 0.25, 'refused-after-key': 0.3, 'wants-password': 0.13 },
  },
  sources: ['authfile.c sshkey_perm_ok (9.2)', 'openssh.md 4.3 #47'],
} satisfies Fault
