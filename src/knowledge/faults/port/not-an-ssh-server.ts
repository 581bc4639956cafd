import type { Fault } from '../../../core/types.ts'

export default {
  id: 'not-an-ssh-server',
  stage: 'port',
  title: 'Another program answers on the port',
  prior: 1,
  why: 'The program that listens there speaks HTTP, mail, TLS or something else, not SSH.',
  likelihood: {
    'first-contact': { 'other-protocol': 0.82, banner: 0.09, 'notice-other': 0.06, silent: 0.015, closed: 0.01 },
    kex: { garbled: 0.97 },
    'kex-contact': { silent: 0.5, closed: 0.4 },
    tries: { 'none-through': 0.97 },
    'other-ssh-port': { found: 0.3, none: 0.7 },
    // sshd was stopped for it, is at another port, or never ran there.
    'sshd-unit': { stopped: 0.5, runs: 0.48, failed: 0.01 },
    listener: { 'other-program': 0.8, elsewhere: 0.1, nobody: 0.05 },
  },
  sources: ['openssh.md 4.2 #18 #19'],
} satisfies Fault
