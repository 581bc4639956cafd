import { known } from '../../core/probe.ts'
import { isOurOwnName } from '../../core/server-name.ts'
import { firstClientLog } from '../../core/seen.ts'
import type { ConnectOutcome, Contact, FactSheet } from '../../core/types.ts'

/** One attempt to open a TCP connection with the target's port, ours or the login's. */
export interface Attempt {
  outcome: ConnectOutcome
  seconds: number
  by: 'login' | 'contact'
}

/** Contacts with the target's own port from our usual address. */
export function contacts(facts: FactSheet): Contact[] {
  return [...(known(facts, 'contact')?.contacts ?? []), ...(known(facts, 'contact-again')?.contacts ?? [])]
}

/** Those of the address family that works, where one does: a broken family is a sign of its own (`families`). */
export function mainContacts(facts: FactSheet): Contact[] {
  const all = contacts(facts)
  // ssh tried the other family as well, and got through there: what we met at this one alone kept nobody out.
  const fact = known(facts, 'login')
  const reached = fact?.stepAt.connected === undefined ? undefined : fact.log.address
  const family =
    all.find((c) => c.connect.outcome === 'open')?.family ??
    (reached === undefined ? all[0]?.family : reached.includes(':') ? 6 : 4)
  // Of several addresses of one family those that answer are the server's; what a dead one does is about that address.
  const alive = all.find((c) => c.family === family && c.connect.outcome === 'open')?.address
  return all.filter((c) => c.family === family && (alive === undefined || c.address === alive))
}

/** The peer sends back what it is sent: our own name came as its. */
export const echoes = (facts: FactSheet): boolean => contacts(facts).some((c) => isOurOwnName(c.identification))

const FAILED: Record<string, ConnectOutcome> = {
  'connect-timeout': 'timeout',
  'connect-refused': 'refused',
  'connect-reset': 'reset',
  'host-unreachable': 'host-unreachable',
  'net-unreachable': 'net-unreachable',
  'connect-not-permitted': 'not-permitted',
}

/** The login's own connect: what ssh reports, or how long it took; undefined where it never came to that. */
export function loginAttempt(facts: FactSheet): Attempt | undefined {
  const config = known(facts, 'ssh-config')
  const fact = known(facts, 'login')
  const log = firstClientLog(facts)
  const proxied = config ? config.proxyCommand || config.proxyJump : log?.proxyText.length
  if (proxied) return fromJump(facts)
  const failed = FAILED[log?.failure ?? '']
  if (failed) return { outcome: failed, seconds: 0, by: 'login' }
  const { connect, connected } = fact?.stepAt ?? {}
  if (connected !== undefined) return { outcome: 'open', seconds: connected - (connect ?? 0), by: 'login' }
  // Ended by us while the handshake was still open.
  if (fact?.stopped && connect !== undefined && fact.seconds - connect > 3)
    return { outcome: 'timeout', seconds: fact.seconds - connect, by: 'login' }
  return undefined
}

/** What the jump host says of its own connect to the target (channels.c, `open failed: connect failed: …`). */
function fromJump(facts: FactSheet): Attempt | undefined {
  const text = firstClientLog(facts)?.proxyText.join('\n') ?? ''
  if (!/open failed|stdio forwarding failed/.test(text)) return undefined
  const outcome = /refused/i.test(text)
    ? 'refused'
    : /timed out/i.test(text)
      ? 'timeout'
      : /No route|unreachable/i.test(text)
        ? 'host-unreachable'
        : undefined
  return outcome && { outcome, seconds: 0, by: 'login' }
}

export function attempts(facts: FactSheet): Attempt[] {
  const own = mainContacts(facts)
    .map((c): Attempt => ({ outcome: c.connect.outcome, seconds: c.connect.seconds, by: 'contact' }))
    // One that was cut off says nothing: TCP has not even asked a second time.
    .filter((a) => a.outcome !== 'timeout' || a.seconds > 1.9)
  const theirs = loginAttempt(facts)
  const multi = new Set(contacts(facts).map((c) => c.address)).size > 1
  // With two families ssh may have waited for the broken one first; its time says nothing about the good one.
  if (!theirs || (multi && (theirs.outcome !== 'open' || theirs.seconds > 0.8))) return own
  return [theirs, ...own]
}
