import type { Remedy } from '../core/remedy.ts'
import { wait } from '../core/steps.ts'

export default {
  id: 'wait-out-penalty',
  title: 'Wait until the penalty is over',
  treats: { 'per-source-penalty': 1 },
  needs: 'here',
  harm: 'none',
  plan: () => [
    wait(120, 'Stop what fails again and again from your address, wait two minutes without trying, then try once.'),
  ],
} satisfies Remedy
