import type { Remedy } from '../core/remedy.ts'
import { wait } from '../core/steps.ts'

export default {
  id: 'wait-for-boot',
  title: 'Wait until it is up',
  treats: { 'still-booting': 1 },
  needs: 'here',
  harm: 'none',
  plan: () => [wait(60, 'Wait a minute and try again.')],
} satisfies Remedy
