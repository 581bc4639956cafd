import { known } from '../../core/probe.ts'
import { furthestLogin, textShows } from '../../core/seen.ts'
import type { FactSheet, Sign } from '../../core/types.ts'
import { attempts, contacts, mainContacts } from './attempts.ts'

/** TCP sends a lost SYN again after 1 s (RFC 6298 2): what opened later than this lost one. */
const RESENT_SYN = 0.8

/** This machine's own table already refuses: nobody on the way has said anything. */
function noWayOut(facts: FactSheet): boolean {
  const way = known(facts, 'route')
  return way !== undefined && way.device === undefined && way.source === undefined
}

export const connect = {
  id: 'connect',
  stage: 'path',
  passes: 'open',
  shuts: true,
  values: ['open', 'slow-open', 'timeout', 'refused', 'unreachable', 'no-route', 'stops', 'comes-and-goes'],
  from: ['ssh-config', 'contact', 'contact-again', 'login', 'route', 'client-text'],
  read(facts) {
    const all = attempts(facts)
    if (all.length === 0) {
      const pasted = known(facts, 'client-text')
      // Through a proxy nobody here opened the port.
      if (pasted?.proxied && !pasted.server) return undefined
      const cameLater =
        pasted?.failure !== undefined &&
        /banner|kex|permission|closed-unstated|reset-unstated|auth|session|host-key|too-many|no-common/.test(
          pasted.failure,
        )
      return cameLater || textShows(facts, 'connected') ? ['open', 'slow-open', 'comes-and-goes', 'stops'] : undefined
    }
    const open = all.filter((a) => a.outcome === 'open' || a.outcome === 'reset')
    if (open.length === all.length) return open.some((a) => a.seconds > RESENT_SYN) ? 'slow-open' : 'open'
    if (open.length > 0) {
      const lastOpen = all.findLastIndex((a) => a.outcome === 'open')
      const firstShut = all.findIndex((a) => a.outcome !== 'open')
      return lastOpen < firstShut ? 'stops' : 'comes-and-goes'
    }
    const outcomes = all.map((a) => a.outcome)
    if (outcomes.includes('refused')) return 'refused'
    if (outcomes.includes('host-unreachable')) return noWayOut(facts) ? 'no-route' : 'unreachable'
    if (outcomes.includes('not-permitted')) return 'unreachable'
    // A route of our own leads there: it is somebody on the way who knows none.
    if (outcomes.includes('net-unreachable'))
      return known(facts, 'route')?.device === undefined || noWayOut(facts) ? 'no-route' : 'unreachable'
    return 'timeout'
  },
  says: {
    open: 'the port opens',
    'slow-open': 'the port opens, but only after packets were sent again',
    timeout: 'nothing answers on the port',
    refused: 'the port is refused',
    unreachable: 'the network answers that the host cannot be reached',
    'no-route': 'this machine has no route to the address',
    stops: 'the first connections open and later ones do not',
    'comes-and-goes': 'some connections open and some do not',
  },
} satisfies Sign<'open' | 'slow-open' | 'timeout' | 'refused' | 'unreachable' | 'no-route' | 'stops' | 'comes-and-goes'>

/** ARP gives up after three tries a second apart (arp(7)); a firewall's message comes within a round trip. */
const QUICK = 0.9

export const refusalBy = {
  id: 'refusal-by',
  stage: 'path',
  beside: true,
  passes: 'reset',
  shuts: false,
  values: ['reset', 'icmp-refused', 'icmp-at-once', 'neighbour-silent'],
  from: ['contact', 'route'],
  read(facts) {
    const shut = mainContacts(facts).filter(
      (c) => c.connect.outcome === 'refused' || c.connect.outcome === 'host-unreachable',
    )
    const first = shut[0]
    if (!first) return undefined
    if (noWayOut(facts)) return undefined
    if (first.connect.outcome === 'refused') {
      if (first.icmpUnreachable === undefined) return undefined
      return shut.some((c) => (c.icmpUnreachable ?? 0) > 0) ? 'icmp-refused' : 'reset'
    }
    const neighbour = known(facts, 'route')?.neighbour
    if (neighbour === 'failed' || neighbour === 'incomplete' || first.connect.seconds > QUICK) return 'neighbour-silent'
    return 'icmp-at-once'
  },
  says: {
    reset: 'the refusal is a TCP reset, as from a port nobody listens on',
    'icmp-refused': 'the refusal came as an ICMP message: a firewall speaks, not a closed port',
    'icmp-at-once': 'the refusal came at once: a firewall or router on the way answers',
    'neighbour-silent': 'nobody on the last link answers for that address',
  },
} satisfies Sign<'reset' | 'icmp-refused' | 'icmp-at-once' | 'neighbour-silent'>

export const families = {
  id: 'families',
  stage: 'path',
  passes: 'same',
  shuts: false,
  values: ['same', 'ipv6-fails', 'ipv4-fails'],
  from: ['contact'],
  read(facts) {
    const opens = (family: 4 | 6) => {
      const own = contacts(facts).filter((c) => c.family === family)
      return own.length === 0 ? undefined : own.some((c) => c.connect.outcome === 'open')
    }
    const [four, six] = [opens(4), opens(6)]
    if (four === undefined || six === undefined) return undefined
    // A family that refuses at once costs nobody time: ssh goes on to the other in the same moment.
    const waited = contacts(facts).some((c) => c.family === 6 && c.connect.seconds > QUICK)
    if (four && !six && !waited) return undefined
    if (four === six) return 'same'
    return four ? 'ipv6-fails' : 'ipv4-fails'
  },
  says: {
    same: 'IPv4 and IPv6 behave alike',
    'ipv6-fails': 'IPv4 opens and IPv6 does not',
    'ipv4-fails': 'IPv6 opens and IPv4 does not',
  },
} satisfies Sign<'same' | 'ipv6-fails' | 'ipv4-fails'>

export const loss = {
  id: 'loss',
  stage: 'path',
  // On a busy machine, or over a mobile network, now and then two are: that is no disease.
  usual: { none: 0.985 },
  passes: 'none',
  shuts: false,
  values: ['none', 'some'],
  from: ['contact', 'contact-again', 'login'],
  read(facts) {
    // The kernel counts for all at once: beside an attempt that nobody answers, resent handshakes say nothing of the rest.
    if (contacts(facts).some((c) => c.connect.outcome !== 'open')) return undefined
    const opened = mainContacts(facts)
    const counts = opened.map((c) => c.retransmits)
    const fact = furthestLogin(facts)
    if (fact?.stepAt.connected !== undefined) counts.push(fact.retransmits)
    const told = counts.filter((n) => n !== undefined)
    if (told.length === 0) return undefined
    // One segment sent again is the weather; two in a handful of short connections is a lossy road.
    return told.reduce((a, b) => a + b, 0) >= 2 ? 'some' : 'none'
  },
  says: { none: 'no packet had to be sent again', some: 'this machine had to send packets again' },
} satisfies Sign<'none' | 'some'>

export const controlPort = {
  id: 'control-port',
  stage: 'path',
  beside: true,
  usual: { refused: 0.75, silent: 0.22, rejected: 0.025, open: 0.005 },
  passes: 'refused',
  shuts: false,
  values: ['refused', 'silent', 'open', 'rejected'],
  from: ['control-port'],
  read(facts) {
    const seen = known(facts, 'control-port')?.contacts
    if (!seen?.length) return undefined
    if (seen.every((c) => c.connect.outcome === 'open')) return 'open'
    // Two ports and as many messages: the refusals were a firewall's. One may have been about another connection of ours.
    const icmp = Math.max(...seen.map((c) => (c.connect.outcome === 'refused' ? (c.icmpUnreachable ?? 0) : 0)))
    if (icmp >= 2) return 'rejected'
    if (seen.some((c) => c.connect.outcome === 'refused' || c.connect.outcome === 'reset')) return 'refused'
    return seen.some((c) => c.connect.outcome === 'timeout') ? 'silent' : 'rejected'
  },
  says: {
    refused: 'the host itself refuses other ports: it is up and its kernel answers',
    silent: 'ports that should be refused are silent too',
    open: 'ports that must be closed "open" as well: something on this side answers for every address',
    rejected: 'other ports are answered with an ICMP message',
  },
} satisfies Sign<'refused' | 'silent' | 'open' | 'rejected'>

export const otherSource = {
  id: 'other-source',
  stage: 'path',
  beside: true,
  usual: { same: 0.97 },
  passes: 'same',
  shuts: false,
  values: ['same', 'better'],
  from: ['contact-other-source', 'contact'],
  read(facts) {
    const other = known(facts, 'contact-other-source')?.contacts
    if (!other?.length) return undefined
    return other.some((c) => c.identification !== undefined) ? 'better' : 'same'
  },
  says: {
    same: 'another of our addresses is treated the same',
    better: 'the server answers another of our addresses, and refuses this one',
  },
} satisfies Sign<'same' | 'better'>
