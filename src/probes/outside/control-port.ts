import { Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import { dial } from '../dial/dial.ts'
import { bestEndpoint, isDirect } from '../dial/addresses.ts'

/**
 * Ports of the dynamic range nobody registers (RFC 6335 6), below Linux' own ephemeral ones (32768 on, ip(7)) or above
 * them: a host refuses them, a firewall drops them, and only a proxy or tunnel on our side "opens" them.
 */
const CONTROL_PORTS = [65001, 31339]

export default {
  id: 'control-port',
  needs: 'network',
  asks: 'does a port that must be closed open as well?',
  cost: { seconds: 1, connections: 0, load: 0 },
  decides: ['control-port'],
  applies: (facts, target) => isDirect(facts) && bestEndpoint(facts, target) !== undefined,
  async run({ target, facts, signal, connection, progress, patience }) {
    const end = bestEndpoint(facts, target)
    if (!end) throw new Unanswered('not-asked', 'there is no address to ask')
    progress('a port that must be closed')
    const contacts = await Promise.all(
      CONTROL_PORTS.map(async (port) => {
        await connection('other')
        return dial({
          ...end,
          port,
          signal,
          connectSeconds: 2.2 * patience,
          silentSeconds: 0.5,
          answerSeconds: 0.5,
          until: 'byte',
        })
      }),
    )
    return { contacts }
  },
} satisfies Probe<'control-port'>
