import type { Remedy } from '../core/remedy.ts'
import { person } from '../core/steps.ts'

export default {
  id: 'use-other-account',
  title: 'Use another account or key',
  treats: { 'command-forced': 1 },
  needs: 'here',
  harm: 'none',
  plan: () => [person('Use another account, or another key, if you need a shell.')],
} satisfies Remedy
