import type { Fault } from '../../../core/types.ts'

export default {
  id: 'socket-unit-decides-port',
  stage: 'port',
  title: "The port is decided by systemd's socket unit, not by sshd's configuration",
  prior: 0.7,
  why: 'Where ssh.socket is active, systemd opens the port and hands each connection to sshd: Port and ListenAddress in sshd_config change nothing until the socket unit is told as well.',
  namedBy: ['socket-unit-listens'],
  likelihood: {
    'log-names': { 'socket-unit-decides-port': 0.6, none: 0.39 },
    connect: { refused: 0.9, timeout: 0.08 },
    'refusal-by': { reset: 0.95 },
    'control-port': { refused: 0.92 },
    'other-ssh-port': { found: 0.9, none: 0.1 },
    'other-source': { same: 0.97 },
    families: { same: 0.93 },
    listener: { elsewhere: 0.95 },
    'socket-port': { other: 0.97 },
  },
  refines: 'listens-on-other-port',
  sources: ['causes.md 3.2.1: B', 'openssh.md 6.6'],
} satisfies Fault
