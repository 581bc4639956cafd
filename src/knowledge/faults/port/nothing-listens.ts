import type { Fault } from '../../../core/types.ts'

export default {
  id: 'nothing-listens',
  stage: 'port',
  title: 'No program listens on the port',
  prior: 6,
  why: "The host itself refuses: sshd is stopped, did not start (a bad configuration line), or the address is not the server's.",
  namedBy: ['configuration-refused'],
  // systemd says that the unit failed, and not why.
  leftOpenBy: ['service-failed', 'service-stopped', 'no-address-bound'],
  likelihood: {
    'log-names': { 'nothing-listens': 0.3, none: 0.69 },
    connect: { refused: 0.98 },
    'refusal-by': { reset: 0.97, 'icmp-refused': 0.02 },
    'control-port': { refused: 0.95 },
    'other-ssh-port': { none: 0.97 },
    'other-source': { same: 0.99 },
    proxy: { clear: 0.68, 'refused-beyond': 0.3, wordless: 0.02 },
    families: { same: 0.93 },
    listener: { nobody: 0.78, 'loopback-only': 0.12, 'other-address': 0.09 },
    'sshd-unit': { failed: 0.38, stopped: 0.42, runs: 0.12, starting: 0.07 },
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
  sources: ['causes.md 3.5: 40 of the refusals'],
} satisfies Fault
