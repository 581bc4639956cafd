import type { Remedy } from '../core/remedy.ts'
import { onServer, pipe } from '../core/steps.ts'

export default {
  id: 'read-why-not-allowed',
  title: 'Read why sshd does not allow the user',
  treats: { 'user-not-allowed': 0.3 },
  needs: 'server',
  harm: 'none',
  opensshOnly: true,
  plan: () => [
    onServer(
      'Read the reason.',
      pipe(['journalctl', '-t', 'sshd', '-t', 'sshd-session'], ['grep', 'not allowed because']),
    ),
  ],
} satisfies Remedy
