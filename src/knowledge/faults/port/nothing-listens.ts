import type { Fault } from '../../../core/types.ts'

export default {
  id: 'nothing-listens',
  stage: 'port',
  title: 'No program listens on the port',
  prior: 6,
  why: "The host itself refuses: sshd is stopped, did not start (a bad configuration line), or the address is not the server's.",
  likelihood: {
    connect: { refused: 0.98 },
    'refusal-by': { reset: 0.97, 'icmp-refused': 0.02 },
    'control-port': { refused: 0.95 },
    'other-ssh-port': { none: 0.97 },
    'other-source': { same: 0.96 },
    proxy: { clear: 0.7, 'refused-beyond': 0.3 },
    families: { same: 0.93 },
    listener: { nobody: 0.8, 'loopback-only': 0.19 },
    'sshd-unit': { failed: 0.4, stopped: 0.45, runs: 0.14 },
    'config-check': { refused: 0.3, fine: 0.7 },
  },
  becauseOf: [
    {
      id: 'configuration-refused',
      title: 'sshd refuses its configuration and does not start',
      sign: 'config-check',
      values: ['refused'],
    },
  ],
  advice: { says: 'Over another way in: see why sshd does not run.', command: 'systemctl status ssh sshd; sshd -t' },
  sources: ['causes.md 3.5: 40 of the refusals'],
} satisfies Fault
