import { Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import type { Contact } from '../../core/types.ts'
import { oneContact } from '../dial/one-contact.ts'
import { OUR_IDENTIFICATION, kexinitOfSize } from '../dial/our-words.ts'
import { bestEndpoint, hasBegunKex, hasNamedItself, isDirect } from '../dial/addresses.ts'

/** Over the 1280 every IPv6 path must carry and below one full segment of Ethernet (RFC 8200 5): one packet, a large one. */
const LARGE = 1408

export default {
  id: 'kexinit-size',
  needs: 'network',
  asks: 'do large packets get through to the server as small ones do?',
  cost: { seconds: 2, connections: 2, load: 0.3 },
  decides: ['kexinit-size'],
  applies: (facts, target) =>
    isDirect(facts) && bestEndpoint(facts, target) !== undefined && hasNamedItself(facts) && hasBegunKex(facts),
  async run(context) {
    const ask = (bytes: number): Promise<Contact | undefined> =>
      oneContact(context, `a KEXINIT of ${bytes} bytes`, {
        speech: { afterIdentification: [OUR_IDENTIFICATION], afterKexinit: [kexinitOfSize(bytes)] },
        until: 'end',
      }).catch((error: unknown) => {
        if (error instanceof Unanswered) return undefined
        throw error
      })
    // Both at once: what differs between them is then their size and nothing else.
    const [large, small] = await Promise.all([ask(LARGE), ask(200)])
    if (!large && !small) throw new Unanswered('not-allowed', 'the connection budget is spent')
    return { ...(small ? { small } : {}), ...(large ? { large } : {}) }
  },
} satisfies Probe<'kexinit-size'>
