import type { Remedy } from '../core/remedy.ts'
import { onServer } from '../core/steps.ts'

export default {
  id: 'look-into-wrappers',
  title: 'Look into the tables of tcp wrappers',
  treats: { 'denied-by-tcp-wrappers': 0.3 },
  needs: 'server',
  harm: 'none',
  opensshOnly: true,
  plan: () => [
    onServer('Remove your address from /etc/hosts.deny.', [
      'grep',
      '-n',
      'sshd',
      '/etc/hosts.deny',
      '/etc/hosts.allow',
    ]),
  ],
} satisfies Remedy
