import type { Remedy } from '../core/remedy.ts'
import { here } from '../core/steps.ts'
import { destination } from './plan/target-words.ts'

export default {
  id: 'log-in-at-terminal',
  title: 'Log in at a terminal',
  treats: { 'more-methods-required': 1 },
  needs: 'here',
  harm: 'none',
  plan: (_facts, target) => [
    here('Log in at a terminal, where you can give the second proof.', ['ssh', destination(target)]),
  ],
} satisfies Remedy
