import { known, Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import type { Contact } from '../../core/types.ts'
import { dial } from '../dial/dial.ts'
import { bestEndpoint, endpoints, isDirect, portOf, targetContacts } from '../dial/addresses.ts'

/** Beside a login that works, three: a random early drop of a third is then seen with 1 - (2/3)^4 = 80 %. */
const TRIES = 3
/** After a first refusal, two: enough to tell always from sometimes, and the budget has other questions. */
const TRIES_AFTER_REFUSAL = 2

export default {
  id: 'contact-again',
  needs: 'network',
  asks: 'is the answer the same every time?',
  cost: { seconds: 0.5, connections: TRIES_AFTER_REFUSAL, load: 0.3 },
  decides: ['tries', 'connect', 'loss', 'close-delay'],
  repeats: true,
  applies: (facts, target) => {
    const seen = targetContacts(facts)
    // A handshake nobody answers is asked again by the kernel itself; a silent one would take as long again.
    const quick = seen.length === 0 || seen.some((c) => c.end.at < 3)
    return (
      isDirect(facts) &&
      bestEndpoint(facts, target) !== undefined &&
      known(facts, 'contact-again') === undefined &&
      quick
    )
  },
  async run({ target, facts, signal, connection, progress, patience }) {
    let end = bestEndpoint(facts, target)
    if (!end) throw new Unanswered('not-asked', 'there is no address to ask')
    const others = endpoints(facts, target, 3)
    const contacts: Contact[] = []
    const tries: Promise<void>[] = []
    const seen = targetContacts(facts)
    const count = seen.length > 0 ? TRIES_AFTER_REFUSAL : TRIES
    for (let i = 0; i < count; i++) {
      if (!(await connection('target'))) break
      progress(`try ${i + 2}`)
      tries.push(
        dial({
          ...end,
          port: portOf(facts, target),
          signal,
          connectSeconds: 3.6 * patience,
          silentSeconds: 2.2 * patience,
          answerSeconds: 1,
          until: 'identification',
        }).then((contact) => {
          contacts.push(contact)
          // ssh goes on to the other family when one refuses; so do the tries that are left.
          if (contact.connect.outcome !== 'open' && contact.address === end?.address)
            end = others.find(({ family }) => family !== contact.family) ?? end
        }),
      )
      // Apart by more than a packet's jitter, so that a limiter sees single connections and not one burst; further apart
      // from a server that has turned us away.
      await new Promise((resolve) => setTimeout(resolve, seen.length > 0 ? 250 : 35))
    }
    await Promise.all(tries)
    if (contacts.length === 0) throw new Unanswered('not-allowed', 'the connection budget is spent')
    return { contacts }
  },
} satisfies Probe<'contact-again'>
