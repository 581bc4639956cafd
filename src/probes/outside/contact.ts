import { known, Unanswered } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import type { FactSheet } from '../../core/types.ts'
import { dial } from '../dial/dial.ts'
import { OUR_IDENTIFICATION } from '../dial/our-words.ts'
import { endpoints, isDirect, portOf } from '../dial/addresses.ts'

/**
 * libwrap's refusal sleeps 5.0 s before it closes (tcpd clean_exit, openssh.md 4.2 #12), so a silence is only a silence
 * after that. We keep quiet until then: a client that has spoken turns sshd's close into a reset and may lose the notice.
 */
const SILENT_SECONDS = 5.4
/** A silence that we have broken is given so long for an answer. */
const BROKEN_SECONDS = 0.9
/** A tarpit may say its first word after ten seconds (endlessh's default delay, counted from the accept; openssh.md 4.2 #8). */
const LINGER_SECONDS = 5

/** Whether a silence so far may be a tarpit's as well as sshd's: nothing else has told whose it is. */
function isUnexplained(facts: FactSheet): boolean {
  const around = (id: 'second-service' | 'control-port') =>
    (known(facts, id)?.contacts ?? []).filter((c) => c.connect.outcome === 'open')
  const services = around('second-service')
  // Every program of the host is silent: it is starved. A port that must be closed opens: something on our side answers for it.
  const isStarved = services.length > 0 && services.every((c) => c.byteCount === 0 && c.end.how === 'out-of-time')
  return !isStarved && around('control-port').length === 0 && known(facts, 'listener') === undefined
}

export default {
  id: 'contact',
  needs: 'network',
  asks: 'what does the port say to a client that stays silent, and then to one that speaks SSH?',
  cost: { seconds: 2, connections: 1, load: 0.3 },
  decides: ['first-contact', 'connect', 'refusal-by', 'families', 'kex-contact'],
  applies: (facts, target) => isDirect(facts) && endpoints(facts, target, 1).length > 0,
  async run({ target, facts, signal, connection, progress, patience }) {
    const ends = endpoints(facts, target, 3)
    const asked = await Promise.all(
      ends.map(async (end) => {
        if (!(await connection('target'))) return undefined
        progress(`listening to ${end.address}`)
        return dial({
          ...end,
          port: portOf(facts, target),
          signal,
          connectSeconds: 4.4 * patience,
          silentSeconds: SILENT_SECONDS * patience,
          answerSeconds: 2.5 * patience,
          silenceAnswerSeconds: BROKEN_SECONDS * patience,
          speech: { afterIdentification: [OUR_IDENTIFICATION], afterSilence: [OUR_IDENTIFICATION] },
          linger: { seconds: LINGER_SECONDS * patience, worthIt: () => isUnexplained(facts) },
          until: 'kexinit',
        })
      }),
    )
    const contacts = asked.filter((c) => c !== undefined)
    if (contacts.length === 0) throw new Unanswered('not-allowed', 'the connection budget is spent')
    return { contacts }
  },
} satisfies Probe<'contact'>
