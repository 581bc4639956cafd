import type { Remedy } from '../core/remedy.ts'
import { known } from '../core/probe.ts'
import { cloud, person } from '../core/steps.ts'

export default {
  id: 'check-machine-runs',
  title: 'Check that the machine runs',
  treats: { 'host-unreachable': 1 },
  needs: 'here',
  harm: 'none',
  plan(facts) {
    const runs = cloud('Check that the machine runs and that this is still its address.')
    // Our own look tries both families; a text may be about either.
    if (!known(facts, 'client-text') || known(facts, 'contact')) return [runs]
    return [
      person(
        'Try the other address family: a name may lead to an IPv6 address that no route from here goes to (`ssh -4`, and `ssh -6` the other way round).',
      ),
      runs,
    ]
  },
} satisfies Remedy
