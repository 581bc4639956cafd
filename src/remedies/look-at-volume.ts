import type { Remedy } from '../core/remedy.ts'
import { cloud } from '../core/steps.ts'

export default {
  id: 'look-at-volume',
  title: 'Look at the volume',
  treats: { 'io-stalled': 1 },
  needs: 'cloud',
  harm: 'none',
  plan: () => [cloud("Over the cloud: look at the volume's state and queue.")],
} satisfies Remedy
