import type { Fault } from '../../../core/types.ts'

export default {
  id: 'port-taken',
  stage: 'port',
  title: 'The port of sshd is taken, so sshd cannot start',
  prior: 0.5,
  why: 'Another program, an sshd left over, or ssh.socket holds the port already; sshd binds no address and ends.',
  namedBy: ['address-in-use'],
  leftOpenBy: ['service-failed', 'no-address-bound'],
  likelihood: {
    'log-names': { 'port-taken': 0.93, none: 0.06 },
    'log-of-ours': { 'port-taken': 0.05, none: 0.94 },
    connect: { open: 0.9, refused: 0.06 },
    'first-contact': { 'other-protocol': 0.6, banner: 0.12, silent: 0.12, closed: 0.12 },
    kex: { garbled: 0.8 },
    'kex-contact': { silent: 0.45, closed: 0.35 },
    tries: { 'none-through': 0.9 },
    'other-ssh-port': { none: 0.95 },
    listener: { 'other-program': 0.9 },
    'sshd-unit': { failed: 0.93, starting: 0.05, stopped: 0.005 },
    'config-check': { fine: 0.99 },
  },
  sources: ['openssh.md 4.2 #2', 'openssh.md 5.1: bindfail, nobind'],
} satisfies Fault
