import { Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import { dial } from '../dial/dial.ts'
import { POKE } from '../dial/our-words.ts'
import { bestEndpoint, isDirect, portOf } from '../dial/addresses.ts'

/** What servers run beside sshd; few enough not to look like a scan. */
const SERVICE_PORTS = [443, 80, 8080, 8443, 8000, 3000, 25, 53, 3306, 5432, 9100]

export default {
  id: 'second-service',
  needs: 'network',
  asks: "do the host's other programs still answer?",
  cost: { seconds: 2, connections: 0, load: 0.1 },
  decides: ['second-service'],
  applies: (facts, target) => isDirect(facts) && bestEndpoint(facts, target) !== undefined,
  async run({ target, facts, signal, connection, progress, patience }) {
    const end = bestEndpoint(facts, target)
    if (!end) throw new Unanswered('not-asked', 'there is no address to ask')
    progress('other services of the same host')
    const contacts = await Promise.all(
      SERVICE_PORTS.filter((port) => port !== portOf(facts, target)).map(async (port) => {
        await connection('other')
        return dial({
          ...end,
          port,
          signal,
          connectSeconds: 2 * patience,
          silentSeconds: 0.7 * patience,
          answerSeconds: 3 * patience,
          // Most speak only when spoken to; any reaction proves that a program is awake.
          speech: { afterSilence: [POKE] },
          until: 'byte',
        })
      }),
    )
    return { contacts }
  },
} satisfies Probe<'second-service'>
