import type { Remedy } from '../core/remedy.ts'
import { here, or } from '../core/steps.ts'
import { DESTINATION, destination } from './plan/target-words.ts'

export default {
  id: 'end-dead-master',
  title: 'End the dead shared connection',
  treats: { 'control-socket-stale': 1 },
  needs: 'here',
  harm: 'none',
  plan: (_facts, target) => [
    here('End the dead master; the next ssh makes a new connection.', [
      'ssh',
      '-O',
      'exit',
      or(destination(target), DESTINATION),
    ]),
  ],
} satisfies Remedy
