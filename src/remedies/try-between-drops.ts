import type { Remedy } from '../core/remedy.ts'
import { here } from './plan/steps.ts'
import { destination } from './plan/target-words.ts'

export default {
  id: 'try-between-drops',
  title: 'Try again between the drops',
  treats: { 'maxstartups-saturated': 0.3 },
  needs: 'here',
  harm: 'none',
  plan: (_facts, target) => [
    here(
      'Try again a few times now: unless it is full, part of the attempts get through. Then on the server: lower LoginGraceTime to 20 s, and keep the strangers out.',
      ['ssh', '-o', 'ConnectTimeout=10', destination(target)],
    ),
  ],
} satisfies Remedy
