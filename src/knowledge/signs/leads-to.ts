import { known } from '../../core/probe.ts'
import { clientLogs } from '../../core/seen.ts'
import type { FactSheet, Sign } from '../../core/types.ts'
import { isLoopback } from '../../openssh/networks.ts'

/** Names of the machine itself by definition (RFC 6761 6.3), and those that distributions write into /etc/hosts. */
const LOCALHOST =
  /^(?:(?:.{1,200}\.)?localhost(?:\.localdomain\d?)?|localhost[46](?:\.localdomain[46])?|ip6-(?:localhost|loopback))\.?$/i
const UNSPECIFIED = /^(?:0\.0\.0\.0|::|0|\[::\])$/

/** Somebody who types this means the machine he sits at: a tunnel, a container, a virtual machine behind a port of it. */
const meansSelf = (host: string): boolean => LOCALHOST.test(host) || isLoopback(host)

/** What the names that ssh was told lead to, in its own words or ours; undefined where the user means this machine, or nobody knows. */
function ledTo(facts: FactSheet): { host: string; address: string; self: boolean } | undefined {
  const lookup = known(facts, 'name-lookup')
  const [first] = lookup?.addresses ?? []
  if (lookup && first) {
    if (lookup.ownName || meansSelf(lookup.name)) return undefined
    // An address of its own interfaces that is typed as one is meant; 0.0.0.0 never names a server.
    if (first.address === lookup.name && !UNSPECIFIED.test(first.address)) return undefined
    const self = lookup.addresses.every(({ address, own }) => own ?? (isLoopback(address) || UNSPECIFIED.test(address)))
    return { host: lookup.name, address: first.address, self }
  }
  const log = clientLogs(facts).find((one) => one.host !== undefined)
  const host = log?.host ?? ''
  const address = log?.address ?? (UNSPECIFIED.test(host) ? host : '')
  if (address === '' || host === '' || meansSelf(host)) return undefined
  if (address === host && !UNSPECIFIED.test(address)) return undefined
  return { host, address, self: isLoopback(address) || UNSPECIFIED.test(address) }
}

export const leadsTo = {
  id: 'leads-to',
  stage: 'name',
  beside: true,
  uncounted: true,
  usual: { elsewhere: 0.9995 },
  passes: 'elsewhere',
  shuts: false,
  values: ['elsewhere', 'self'],
  from: ['name-lookup', 'login', 'client-text'],
  read(facts) {
    const led = ledTo(facts)
    return led && (led.self ? 'self' : 'elsewhere')
  },
  says: {
    elsewhere: 'the name leads to another machine',
    self: 'the name leads to this machine itself',
  },
  detail(facts) {
    const led = ledTo(facts)
    return led?.self ? `${led.host} is ${led.address}` : undefined
  },
} satisfies Sign<'elsewhere' | 'self'>
