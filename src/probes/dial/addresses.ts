import { isIP } from 'node:net'
import type { Contact, FactSheet, Target } from '../../core/types.ts'
import { known } from '../../core/probe.ts'

export interface Endpoint {
  address: string
  family: 4 | 6
}

/** Whether packets of ours go straight to the target; behind a proxy or a jump only ssh itself can speak with it. */
export function isDirect(facts: FactSheet): boolean {
  const config = known(facts, 'ssh-config')
  return !config?.proxyCommand && !config?.proxyJump
}

/**
 * The addresses worth asking, in ssh's order, at most `limit`: the first of each family before any second one, since a
 * broken family is the commoner fault and every further address costs a connection.
 */
export function endpoints(facts: FactSheet, target: Target, limit: number): Endpoint[] {
  const host = known(facts, 'ssh-config')?.host ?? target.host
  const literal = isIP(host.replace(/%.*$/, ''))
  const all: Endpoint[] = literal
    ? [{ address: host, family: literal === 6 ? 6 : 4 }]
    : (known(facts, 'name-lookup')?.addresses ?? [])
  // A literal of the family ssh was forbidden (-4, -6) is none it would try.
  const wanted = known(facts, 'ssh-config')?.addressFamily
  const family = wanted === 'inet' ? 4 : wanted === 'inet6' ? 6 : undefined
  if (literal && family !== undefined && literal !== family) return []
  const firsts = all.filter((a, i) => all.findIndex((b) => b.family === a.family) === i)
  return [...firsts, ...all.filter((a) => !firsts.includes(a))].slice(0, limit)
}

export const portOf = (facts: FactSheet, target: Target): number => known(facts, 'ssh-config')?.port ?? target.port

/** Every contact with the target's own port, whichever probe made it, in the order it was made. */
export function targetContacts(facts: FactSheet): Contact[] {
  return [...(known(facts, 'contact')?.contacts ?? []), ...(known(facts, 'contact-again')?.contacts ?? [])]
}

/** The address most worth asking again: the one that answered best so far. */
export function bestEndpoint(facts: FactSheet, target: Target): Endpoint | undefined {
  const open = targetContacts(facts).find((c) => c.connect.outcome === 'open')
  return open ? { address: open.address, family: open.family } : endpoints(facts, target, 1)[0]
}

/** The server has named itself at least once: only then is there a key exchange to ask about. */
export function hasNamedItself(facts: FactSheet): boolean {
  return (
    targetContacts(facts).some((c) => c.identification !== undefined) ||
    known(facts, 'login')?.stepAt.identification !== undefined
  )
}

/** Its KEXINIT has arrived at least once: large packets come through from there, and ours may be asked about. */
export function hasBegunKex(facts: FactSheet): boolean {
  return (
    targetContacts(facts).some((c) => c.kexinitAt !== undefined) || known(facts, 'login')?.stepAt.kexinit !== undefined
  )
}
