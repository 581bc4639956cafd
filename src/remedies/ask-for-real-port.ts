import type { Remedy } from '../core/remedy.ts'
import { person } from '../core/steps.ts'

export default {
  id: 'ask-for-real-port',
  title: 'Ask for the real port',
  treats: { tarpit: 1 },
  needs: 'here',
  harm: 'none',
  plan: () => [person('Ask for the real port.')],
} satisfies Remedy
