import type { Remedy } from '../core/remedy.ts'
import { here, or } from '../core/steps.ts'
import { DESTINATION, destination } from './plan/target-words.ts'

export default {
  id: 'mend-ssh-config',
  title: 'Mend the configuration of ssh',
  treats: { 'ssh-config-unusable': 1 },
  needs: 'here',
  harm: 'lasting',
  plan: (_facts, target) => [
    here('Mend the file and line that ssh names above.', ['ssh', '-G', or(destination(target), DESTINATION)]),
  ],
} satisfies Remedy
