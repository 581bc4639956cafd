import type { Remedy } from '../core/remedy.ts'
import { person } from '../core/steps.ts'

export default {
  id: 'check-spelling',
  title: 'Check the spelling of the name',
  treats: { 'name-not-found': 1 },
  needs: 'here',
  harm: 'none',
  plan: () => [person('Check the spelling; try the address itself.')],
} satisfies Remedy
