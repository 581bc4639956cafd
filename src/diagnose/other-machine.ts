import { known } from '../core/probe.ts'
import { furthestLogin } from '../core/seen.ts'
import type { FactSheet, Target } from '../core/types.ts'
import { parseDestination } from '../openssh/destination.ts'
import { isLoopback } from '../openssh/networks.ts'

/**
 * A doubt whether the way in ends on the target's own machine, as a sentence; undefined where there is none. It is told by
 * the host key the target shows, or else by its address, and stays a doubt: behind NAT, a load balancer or a forwarded port
 * neither need be the machine's own.
 */
export function otherMachine(facts: FactSheet, target?: Target): string | undefined {
  const within = known(facts, 'inside-session')
  if (!within) return undefined
  const login = furthestLogin(facts)
  const shown = login?.log.hostKey ?? known(facts, 'login')?.log.hostKey
  const addresses = addressesOf(facts)
  const own = new Set(within.addresses)
  const here = `${within.hostname ?? 'the machine within'}${within.addresses ? ` (${someOf(within.addresses)})` : ''}`
  if (shown !== undefined && within.hostKeys) {
    // Of the addresses behind one name ssh has met one; and a second sshd on the same machine may have keys of its own.
    const met = login?.log.address === undefined ? addresses : [login.log.address]
    if (within.hostKeys.includes(shown) || met.some((one) => own.has(one))) return undefined
    return (
      `The way in seems to lead to another machine than the target: the host key the target shows (${shown}) is not among ` +
      `those of ${here}. Unless a load balancer or a forwarded port stands between, what was seen from within is not of the target.`
    )
  }
  const reached = addresses.filter((one) => !isLoopback(one))
  if (!within.addresses || reached.length === 0 || reached.some((one) => own.has(one))) return undefined
  if (sameHost(within.wayInHost, target)) return undefined
  return (
    `Whether the way in leads to the target's own machine could not be told: the target's address ${someOf(reached)} is not among ` +
    `those of ${here}. Behind NAT or a load balancer that is ordinary; otherwise it is another machine.`
  )
}

/** Every address the target was known or found to have. */
function addressesOf(facts: FactSheet): string[] {
  const looked = known(facts, 'name-lookup')?.addresses.map(({ address }) => address) ?? []
  const login = known(facts, 'login')?.log.address
  return [...new Set([...looked, ...(login === undefined ? [] : [login])])]
}

const someOf = (addresses: readonly string[]): string =>
  addresses.slice(0, 3).join(', ') + (addresses.length > 3 ? `, and ${addresses.length - 3} more` : '')

/** The way in was typed with the very name of the target. */
function sameHost(wayInHost: string | undefined, target: Target | undefined): boolean {
  if (wayInHost === undefined || target === undefined) return false
  const typed = parseDestination(target.destination)
  return wayInHost === target.host || (!('error' in typed) && wayInHost === typed.host)
}
