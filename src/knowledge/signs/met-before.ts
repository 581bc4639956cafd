import { known } from '../../core/probe.ts'
import type { Sign } from '../../core/types.ts'

export const metBefore = {
  id: 'met-before',
  stage: 'port',
  beside: true,
  // A laboratory writes known_hosts beforehand.
  uncounted: true,
  usual: { yes: 0.8 },
  passes: 'yes',
  shuts: false,
  values: ['yes', 'no'],
  from: ['known-hosts'],
  read(facts) {
    const fact = known(facts, 'known-hosts')
    return fact && (fact.found ? 'yes' : 'no')
  },
  says: {
    yes: 'your known_hosts has a key of this host: an SSH server answered here before',
    no: 'your known_hosts has no key of this host',
  },
} satisfies Sign
