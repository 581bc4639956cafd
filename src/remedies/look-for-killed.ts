import type { Remedy } from '../core/remedy.ts'
import { cloud } from '../core/steps.ts'

export default {
  id: 'look-for-killed',
  title: 'Look for killed programs on the console',
  treats: { 'memory-exhausted': 0.3 },
  needs: 'cloud',
  harm: 'interrupts',
  plan: () => [cloud('Over the cloud: look for "Out of memory" on the console; then reboot, and add memory or swap.')],
} satisfies Remedy
