import type { Remedy } from '../core/remedy.ts'
import { here, or } from '../core/steps.ts'
import { DESTINATION, destination } from './plan/target-words.ts'

export default {
  id: 'skip-start-up-files',
  title: 'Log in past the start-up files',
  treats: { 'login-hangs': 0.3 },
  needs: 'here',
  harm: 'none',
  plan: (_facts, target) => [
    here('Try without the start-up files.', [
      'ssh',
      '-t',
      or(destination(target), DESTINATION),
      'bash --noprofile --norc',
    ]),
  ],
} satisfies Remedy
