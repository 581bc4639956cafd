import type { Fault } from '../../../core/types.ts'

export default {
  id: 'log-daemon-hung',
  stage: 'banner',
  title: 'sshd waits for a log daemon that hangs',
  prior: 0.1,
  // Where nothing has to be said before, a login comes as far as the first line about it.
  partial: true,
  refines: 'sshd-hung',
  why: 'The socket of the log is full, and sshd waits to write its line; every program that logs stands still.',
  likelihood: {
    'first-contact': { silent: 0.6, banner: 0.39 },
    'second-service': { speaks: 0.8, none: 0.18 },
    auth: { 'stalls-later': 0.45, 'stalls-at-first': 0.3, accepted: 0.24 },
    // The key is checked without a word; PAM's session writes one.
    session: { hangs: 0.8, 'hangs-for-commands': 0.05, works: 0.1 },
    'kex-contact': { kexinit: 0.997 },
    kex: { agrees: 0.97 },
    'host-key': { accepted: 0.97 },
    'first-answer': { slow: 0.4 },
    'auth-pace': { slow: 0.6 },
    'log-daemon': { hangs: 0.96 },
    listener: { accepts: 0.75, 'waits-for-log': 0.24 },
    'accept-queue': { empty: 0.6, waiting: 0.4 },
  },
  impossibleWhen: { 'server-kind': ['openssh-windows', 'git-host', 'appliance'] },
  sources: ['openssh.md 3.2'],
} satisfies Fault
