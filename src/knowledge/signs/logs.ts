import { known } from '../../core/probe.ts'
import type { ClientLog, FactSheet, LoginFact } from '../../core/types.ts'

/** The login that tells most: the one behind an unconfirmed host key, where we looked there. */
export function login(facts: FactSheet): LoginFact | undefined {
  return known(facts, 'login-beyond-host-key') ?? known(facts, 'login')
}

/** What ssh said, from our own run or from the user's paste; the furthest-reaching first. */
export function clientLogs(facts: FactSheet): ClientLog[] {
  const ours = login(facts)?.log
  const pasted = known(facts, 'client-text')
  return [ours, pasted].filter((log) => log !== undefined)
}

/** What the jump host says of the target's name when it cannot look it up (channels.c `connect failed: `, gai_strerror(3)). */
export function beyondJump(proxyText: string): 'name-not-found' | 'name-lookup-fails' | undefined {
  const words = /open failed: connect failed: (.{1,120})/.exec(proxyText)?.[1] ?? ''
  if (/not known|no address associated|no such host|not found|not supported/i.test(words)) return 'name-not-found'
  return /name resolution|name server/i.test(words) ? 'name-lookup-fails' : undefined
}

/** A long way is not a slow server: what the handshake took, up to a satellite's. */
export function roundTrip({ stepAt: { connect, connected } }: LoginFact): number {
  return connect === undefined || connected === undefined ? 0 : Math.min(1.5, connected - connect)
}
