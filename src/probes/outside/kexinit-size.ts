import { Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import type { Contact } from '../../core/types.ts'
import { dial } from './dial.ts'
import { OUR_IDENTIFICATION, kexinitOfSize } from './our-words.ts'
import { bestEndpoint, hasBegunKex, hasNamedItself, isDirect, portOf } from './addresses.ts'

/** Over the 1280 every IPv6 path must carry and below one full segment of Ethernet (RFC 8200 5): one packet, a large one. */
const LARGE = 1408

export default {
  id: 'kexinit-size',
  needs: 'network',
  asks: 'do large packets get through to it as small ones do?',
  cost: { seconds: 2, connections: 2, load: 0.3 },
  decides: ['kexinit-size'],
  applies: (facts, target) =>
    isDirect(facts) && bestEndpoint(facts, target) !== undefined && hasNamedItself(facts) && hasBegunKex(facts),
  async run({ target, facts, signal, connection, progress, patience }) {
    const end = bestEndpoint(facts, target)
    if (!end) throw new Unanswered('there is no address to ask')
    const ask = async (bytes: number): Promise<Contact | undefined> => {
      if (!(await connection('target'))) return undefined
      progress(`a KEXINIT of ${bytes} bytes`)
      return dial({
        ...end,
        port: portOf(facts, target),
        signal,
        connectSeconds: 3 * patience,
        silentSeconds: 3 * patience,
        answerSeconds: 2.5 * patience,
        speech: { afterIdentification: [OUR_IDENTIFICATION], afterKexinit: [kexinitOfSize(bytes)] },
        until: 'end',
      })
    }
    // Both at once: what differs between them is then their size and nothing else.
    const [large, small] = await Promise.all([ask(LARGE), ask(200)])
    if (!large && !small) throw new Unanswered('the connection budget is spent')
    return { ...(small ? { small } : {}), ...(large ? { large } : {}) }
  },
} satisfies Probe<'kexinit-size'>
