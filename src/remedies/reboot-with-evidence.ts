import type { Remedy } from '../core/remedy.ts'
import { cloud } from '../core/steps.ts'

export default {
  id: 'reboot-with-evidence',
  title: 'Capture evidence, then reboot',
  treats: { 'host-starved': 1 },
  needs: 'cloud',
  harm: 'interrupts',
  plan: () => [
    cloud(
      'Capture evidence first (console, metrics), then reboot; where CPU credits are gone only a stop and start helps.',
    ),
  ],
} satisfies Remedy
