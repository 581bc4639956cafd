import { Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import { dial } from './dial.ts'
import { NOT_SSH } from './our-words.ts'
import { bestEndpoint, hasNamedItself, isDirect, portOf } from './addresses.ts'

export default {
  id: 'contact-not-ssh',
  needs: 'network',
  asks: 'does sshd answer a line that is no SSH, with one small packet?',
  cost: { seconds: 1, connections: 1, load: 0.2 },
  decides: ['small-reply'],
  applies: (facts, target) => isDirect(facts) && bestEndpoint(facts, target) !== undefined && hasNamedItself(facts),
  async run({ target, facts, signal, connection, progress, patience }) {
    const end = bestEndpoint(facts, target)
    if (!end || !(await connection('target'))) throw new Unanswered('the connection budget is spent')
    progress('saying something that is no SSH')
    const contact = await dial({
      ...end,
      port: portOf(facts, target),
      signal,
      connectSeconds: 3 * patience,
      silentSeconds: 3 * patience,
      answerSeconds: 2.5 * patience,
      speech: { afterIdentification: [NOT_SSH] },
      until: 'end',
    })
    return { contacts: [contact] }
  },
} satisfies Probe<'contact-not-ssh'>
