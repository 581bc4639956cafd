import type { Remedy } from '../core/remedy.ts'
import { here, or, wait } from '../core/steps.ts'
import { DESTINATION, destination } from './plan/target-words.ts'

const SHARED = ['ssh', '-o', 'ControlMaster=auto', '-o', 'ControlPersist=60', '-o', 'ControlPath=~/.ssh/cm-%C']

export default {
  id: 'share-one-connection',
  title: 'Use one connection for everything',
  treats: { 'connection-rate-limited': 1 },
  needs: 'here',
  harm: 'none',
  plan: (_facts, target) => [
    wait(30, 'Wait half a minute without trying.'),
    here('Then use one connection for everything.', [...SHARED, or(destination(target), DESTINATION)]),
  ],
} satisfies Remedy
