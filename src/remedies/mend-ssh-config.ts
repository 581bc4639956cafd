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
    here(
      'Mend the option, or the file and line, that ssh names above. An algorithm or a kind of key that it calls bad is one that this release does not have (ssh -Q HostKeyAlgorithms lists what it has; DSA left with OpenSSH 10): take it out, and use an older client where the server offers nothing else.',
      ['ssh', '-G', or(destination(target), DESTINATION)],
    ),
  ],
} satisfies Remedy
