import type { LogMessage } from '../core/log-messages.ts'
import type { ClientFailure, ClientLog } from '../core/types.ts'
import { toldByClient } from '../words/told-by-client.ts'
import { toldDetail } from '../words/told-detail.ts'

type Detail = NonNullable<ClientLog['details']>[number]

/** What only keeps somebody out at the login: a login that went on, or that ended before, has another cause. */
const AT_THE_LOGIN: ReadonlySet<LogMessage> = new Set([
  'client-agent-refused',
  'client-authenticator-failed',
  'client-no-key',
  'client-signature-algorithm',
  'client-certificate-refused',
])
const BEFORE_THE_LOGIN = /^(?:config|name|connect|host-unreachable|net-|banner|protocol|kex|no-common|proxy|control)/

const FIELD_KEPT = 500

/** The messages of an attempt that name why it failed, in the order in which each was first seen, and what the last of each names. */
export class Told {
  readonly #details = new Map<LogMessage, Detail>()

  line(words: string): Detail | undefined {
    const named = toldByClient(words)
    if (!named) return undefined
    const { message, ...fields } = named
    const detail = toldDetail(message, words, fields, FIELD_KEPT)
    this.#details.set(message, detail)
    return detail
  }

  /** The login worked: whatever a key or an agent said before did not keep anybody out. */
  letIn(): void {
    for (const message of AT_THE_LOGIN) this.#details.delete(message)
  }

  /** What is left of it, beside how the attempt ended. */
  result(failure: ClientFailure | undefined): Pick<ClientLog, 'told' | 'details'> {
    if (failure !== undefined && BEFORE_THE_LOGIN.test(failure)) this.letIn()
    // It was the jump host that forbade it, which the failure says.
    if (failure === 'proxy-fails') this.#details.delete('client-forwarding-refused')
    if (this.#details.size === 0) return {}
    return { told: [...this.#details.keys()], details: [...this.#details.values()] }
  }
}
