import { Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import { dial } from './dial.ts'
import { OUR_IDENTIFICATION_SPLIT } from './our-words.ts'
import { bestEndpoint, hasNamedItself, isDirect, portOf } from './addresses.ts'

export default {
  id: 'contact-split',
  needs: 'network',
  asks: 'does our name get through when it comes in single bytes?',
  cost: { seconds: 1, connections: 1, load: 0.2 },
  decides: ['split-identification'],
  applies: (facts, target) => isDirect(facts) && bestEndpoint(facts, target) !== undefined && hasNamedItself(facts),
  async run({ target, facts, signal, connection, progress, patience }) {
    const end = bestEndpoint(facts, target)
    if (!end || !(await connection('target'))) throw new Unanswered('the connection budget is spent')
    progress('our name in single bytes')
    const contact = await dial({
      ...end,
      port: portOf(facts, target),
      signal,
      connectSeconds: 3 * patience,
      silentSeconds: 3 * patience,
      answerSeconds: 2.5 * patience,
      // Longer than a round trip would join them again (Nagle is off); far below any LoginGraceTime.
      speech: { afterIdentification: OUR_IDENTIFICATION_SPLIT, gapMs: 60 },
      until: 'kexinit',
    })
    return { contacts: [contact] }
  },
} satisfies Probe<'contact-split'>
