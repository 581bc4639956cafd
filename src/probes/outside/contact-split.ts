import type { Probe } from '../../core/probe.ts'
import { bestEndpoint, hasNamedItself, isDirect } from '../dial/addresses.ts'
import { oneContact } from '../dial/one-contact.ts'
import { OUR_IDENTIFICATION_SPLIT } from '../dial/our-words.ts'

export default {
  id: 'contact-split',
  needs: 'network',
  asks: 'does our name get through when it comes in single bytes?',
  cost: { seconds: 1, connections: 1, load: 0.2 },
  decides: ['split-identification'],
  applies: (facts, target) => isDirect(facts) && bestEndpoint(facts, target) !== undefined && hasNamedItself(facts),
  async run(context) {
    // Longer than a round trip would join them again (Nagle is off); far below any LoginGraceTime.
    const speech = { afterIdentification: OUR_IDENTIFICATION_SPLIT, gapMs: 60 }
    return { contacts: [await oneContact(context, 'our name in single bytes', { speech, until: 'kexinit' })] }
  },
} satisfies Probe<'contact-split'>
