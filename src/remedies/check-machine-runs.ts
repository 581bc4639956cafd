import type { Remedy } from '../core/remedy.ts'
import { cloud } from '../core/steps.ts'

export default {
  id: 'check-machine-runs',
  title: 'Check that the machine runs',
  treats: { 'host-unreachable': 1 },
  needs: 'here',
  harm: 'none',
  plan: () => [cloud('Check that the machine runs and that this is still its address.')],
} satisfies Remedy
