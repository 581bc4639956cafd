import type { Remedy } from '../core/remedy.ts'
import { here } from '../core/steps.ts'
import { destination } from './plan/target-words.ts'

export default {
  id: 'log-in-with-password',
  title: 'Log in with the password',
  treats: { 'password-needed': 1 },
  needs: 'here',
  harm: 'none',
  plan: (_facts, target) => [here('Log in with the password yourself.', ['ssh', destination(target)])],
} satisfies Remedy
