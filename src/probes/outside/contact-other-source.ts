import { networkInterfaces } from 'node:os'
import { known, Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import type { FactSheet, Target } from '../../core/types.ts'
import { dial } from '../dial/dial.ts'
import { bestEndpoint, isDirect, portOf } from '../dial/addresses.ts'
import { platform } from '../platform.ts'
import { inNetwork, isLoopback } from '../../openssh/networks.ts'

/**
 * Another address of ours that packets to the target would be routed back to: one in the same subnet as the address the
 * kernel chooses. On loopback every 127.x.y.z is ours (RFC 1122 3.2.1.3).
 */
function otherSource(facts: FactSheet, target: Target): string | undefined {
  const end = bestEndpoint(facts, target)
  if (!end || end.address === '::1') return undefined
  if (end.family === 4 && isLoopback(end.address)) return platform.ownsLoopbackBlock ? '127.77.31.7' : undefined
  const chosen = known(facts, 'route')?.source
  for (const addresses of Object.values(networkInterfaces())) {
    const own = addresses?.find((a) => a.address === chosen)
    if (!own?.cidr) continue
    const subnet = own.cidr
    const other = addresses?.find(
      (a) =>
        a.family === own.family &&
        a.address !== chosen &&
        !a.address.startsWith('fe80') &&
        inNetwork(a.address, subnet) === true,
    )
    if (other) return other.address
  }
  return undefined
}

export default {
  id: 'contact-other-source',
  needs: 'network',
  asks: 'does the server treat another address of ours the same?',
  cost: { seconds: 0.5, connections: 1, load: 0.2 },
  decides: ['other-source'],
  applies: (facts, target) => isDirect(facts) && otherSource(facts, target) !== undefined,
  async run({ target, facts, signal, connection, progress, patience }) {
    const source = otherSource(facts, target)
    const end = bestEndpoint(facts, target)
    if (!source || !end) throw new Unanswered('absent', 'this machine has no second address that reaches the target')
    progress(`from ${source}`)
    const contacts = []
    // Twice where the budget allows it, since a random early drop turns away some from anywhere.
    for (let i = 0; i < 2; i++) {
      if (!(await connection('target'))) break
      const contact = await dial({
        ...end,
        port: portOf(facts, target),
        source,
        signal,
        connectSeconds: 2.4 * patience,
        silentSeconds: 2.2 * patience,
        answerSeconds: 1,
        until: 'identification',
      })
      contacts.push(contact)
      if (contact.identification !== undefined || contact.end.at > 2) break
    }
    if (contacts.length === 0) throw new Unanswered('not-allowed', 'the connection budget is spent')
    return { contacts }
  },
} satisfies Probe<'contact-other-source'>
