import type { Remedy } from '../core/remedy.ts'
import { onServer } from '../core/steps.ts'

export default {
  id: 'close-usual-key-paths',
  title: 'Take the write rights of others from the usual places',
  treats: { 'strict-modes-refuses': 0.3 },
  needs: 'server',
  harm: 'lasting',
  opensshOnly: true,
  plan: () => [
    onServer('Take away the write rights of others.', ['chmod', 'go-w', '~', '~/.ssh', '~/.ssh/authorized_keys']),
  ],
} satisfies Remedy
