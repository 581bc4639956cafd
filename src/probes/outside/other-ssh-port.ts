import { Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import { dial } from '../dial/dial.ts'
import { bestEndpoint, isDirect, portOf } from '../dial/addresses.ts'

/** Where sshd is moved to, the commonest first; few enough not to look like a scan. */
const SSH_PORTS = [22, 2222, 22222, 2022, 22022, 222, 2200, 8022, 10022]

export default {
  id: 'other-ssh-port',
  needs: 'network',
  asks: 'does an sshd listen on another port?',
  cost: { seconds: 0.8, connections: 0, load: 0.1 },
  decides: ['other-ssh-port'],
  applies: (facts, target) => isDirect(facts) && bestEndpoint(facts, target) !== undefined,
  async run({ target, facts, signal, connection, progress, patience }) {
    const end = bestEndpoint(facts, target)
    if (!end) throw new Unanswered('not-asked', 'there is no address to ask')
    progress('ports sshd is often moved to')
    const contacts = await Promise.all(
      SSH_PORTS.filter((port) => port !== portOf(facts, target)).map(async (port) => {
        await connection('other')
        return dial({
          ...end,
          port,
          signal,
          connectSeconds: 1.5 * patience,
          silentSeconds: 1 * patience,
          answerSeconds: 0.5,
          until: 'identification',
        })
      }),
    )
    return { contacts }
  },
} satisfies Probe<'other-ssh-port'>
