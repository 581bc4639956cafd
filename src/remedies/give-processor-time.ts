import type { Remedy } from '../core/remedy.ts'
import { cloud } from '../core/steps.ts'

export default {
  id: 'give-processor-time',
  title: 'Give the machine processor time',
  treats: { 'cpu-starved': 1 },
  needs: 'cloud',
  harm: 'interrupts',
  plan: () => [
    cloud(
      'Look at CPU use and CPU credits in the cloud. A reboot does not bring credits back; stop and start, or another size, does.',
    ),
  ],
} satisfies Remedy
