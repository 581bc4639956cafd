import type { Remedy } from '../core/remedy.ts'
import { here, or, person } from '../core/steps.ts'
import { DESTINATION, destination } from './plan/target-words.ts'

export default {
  id: 'leave-packets-unmarked',
  title: 'Leave the packets of ssh unmarked',
  treats: { 'packet-marks-dropped': 1 },
  needs: 'here',
  harm: 'none',
  plan: (_facts, target) => [
    here('Log in with unmarked packets; a client older than 7.6 takes cs0 in place of none.', [
      'ssh',
      '-o',
      'IPQoS=none',
      or(destination(target), DESTINATION),
    ]),
    person(
      'Where that works, write IPQoS none into your ssh configuration for this host; the server marks its own packets, and that of OpenSSH has the same line for them.',
    ),
    person(
      'Then tell whoever runs the network or the virtual switch that it drops packets by their mark (the ToS byte).',
    ),
  ],
} satisfies Remedy
