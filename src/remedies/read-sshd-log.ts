import type { Remedy } from '../core/remedy.ts'
import { onServer } from '../core/steps.ts'

export default {
  id: 'read-sshd-log',
  title: 'Read what sshd says',
  treats: { 'sshd-child-dies': 1 },
  needs: 'server',
  harm: 'none',
  opensshOnly: true,
  plan: () => [
    onServer(
      'Read what sshd says, then restart it.',
      ['journalctl', '-t', 'sshd', '-t', 'sshd-session', '-n', '50'],
      ['sshd', '-t'],
    ),
  ],
} satisfies Remedy
