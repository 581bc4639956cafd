import { inNetwork, inRange } from '../../openssh/networks.ts'
import { agreed, type Answer, EPHEMERAL, not, type Packet } from './ruleset.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
/** Sets and maps of one table by name: their elements. */
export type Sets = ReadonlyMap<string, readonly Json[]>

/** An object's member; undefined for everything else. */
export function member(json: Json | undefined, key: string): Json | undefined {
  return typeof json === 'object' && json !== null && !Array.isArray(json) && Object.hasOwn(json, key)
    ? json[key]
    : undefined
}

/** A word of a ruleset; '' for what is none. JSON may hold objects that refuse to become text. */
export function word(json: Json | undefined): string {
  return typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean' ? String(json) : ''
}

/** What a key of a rule may be in this packet: one value, several that are possible, or undefined where it cannot be told. */
type Value = string | number
const FLAGS = ['fin', 'syn', 'rst', 'psh', 'ack', 'urg', 'ecn', 'cwr']
/** What is left of 64, 128 or 255 hops behind up to thirty routers. */
const HOPS = [34, 64, 98, 128, 225, 255]
/** What is offered as a segment's size, from the least allowed (RFC 9293 3.7.1) to jumbo frames. */
const SEGMENTS = [536, 1220, 1460, 8960]
/** Whole, and not to be taken apart (RFC 791). */
const DO_NOT_FRAGMENT = 0x4000
/** A first packet of Linux: 40 bytes of headers and 20 of options; some are shorter, none is over 100. */
const LENGTH = 60

function values(left: Json, packet: Packet): readonly Value[] | undefined {
  const { answer } = packet
  const payload = member(left, 'payload')
  if (payload !== undefined) {
    const [protocol, field] = [member(payload, 'protocol'), member(payload, 'field')]
    const from = packet.from === undefined ? undefined : [packet.from]
    const to = packet.to.length > 0 ? packet.to : undefined
    switch (`${word(protocol)} ${word(field)}`) {
      case 'ip saddr':
      case 'ip6 saddr':
        return answer ? to : from
      case 'ip daddr':
      case 'ip6 daddr':
        return answer ? from : to
      case 'tcp dport':
      case 'th dport':
        return answer ? EPHEMERAL : [packet.port]
      case 'tcp sport':
      case 'th sport':
        return answer ? [packet.port] : EPHEMERAL
      case 'tcp flags':
        return [flagBits(answer ? ['syn', 'ack'] : 'syn')!]
      case 'ip protocol':
      case 'ip6 nexthdr':
        return ['tcp']
      case 'ip version':
      case 'ip6 version':
        return [packet.family]
      case 'ip frag-off':
        return [DO_NOT_FRAGMENT]
      case 'ip ttl':
      case 'ip6 hoplimit':
        return answer ? undefined : HOPS
      case 'ip length':
      case 'ip6 length':
        return [LENGTH]
      default:
        return undefined
    }
  }
  const option = member(left, 'tcp option')
  if (member(option, 'name') === 'maxseg' && member(option, 'field') === 'size') return SEGMENTS
  const meta = member(member(left, 'meta'), 'key')
  switch (meta) {
    case 'iifname':
    case 'iif':
    case 'oifname':
    case 'oif':
      return packet.device === undefined ? undefined : [packet.device]
    case 'l4proto':
      return ['tcp']
    case 'nfproto':
      return [packet.family === 4 ? 'ipv4' : 'ipv6']
    case 'protocol':
      return [packet.family === 4 ? 'ip' : 'ip6']
    case 'pkttype':
      return answer ? undefined : ['host']
    case 'length':
      return [LENGTH]
    case 'mark':
      return [0]
  }
  const ct = member(member(left, 'ct'), 'key')
  if (ct === 'state') return [answer ? 'established' : 'new']
  if (ct === 'direction') return [answer ? 'reply' : 'original']
  // Neither translated nor answered yet; where a rule translates it, the walk ends before this is asked.
  if (ct === 'status') return answer ? undefined : ['none']
  if (ct === 'mark') return [0]
  const fib = member(left, 'fib')
  // It goes to us, and its source is one we have a way to.
  if (member(fib, 'result') === 'type' && !answer) {
    const flags = member(fib, 'flags')
    return JSON.stringify(flags ?? '').includes('daddr') ? ['local'] : ['unicast']
  }
  return undefined
}

/** Packets of other kinds: a key of theirs means that the rule is not for us. */
const OTHERS = new Set(['udp', 'icmp', 'icmpv6', 'sctp', 'dccp', 'udplite', 'esp', 'ah', 'arp', 'igmp', 'gre'])

/** Whether `left op right` holds for the packet. */
export function compare(op: string, left: Json, right: Json, packet: Packet, sets: Sets): Answer {
  const protocol = member(member(left, 'payload'), 'protocol')
  if (typeof protocol === 'string') {
    if (OTHERS.has(protocol)) return 'no'
    if ((protocol === 'ip' && packet.family === 6) || (protocol === 'ip6' && packet.family === 4)) return 'no'
  }
  if (member(left, 'numgen') !== undefined) return 'beyond'
  const fib = member(left, 'fib')
  // "No way back to the sender": there is one, or nobody would look at this machine.
  if (fib !== undefined && member(fib, 'result') !== 'type') {
    const missing = right === false || right === 'missing' || right === 0
    return missing === (op !== '!=') ? 'no' : 'yes'
  }
  const answer = equals(left, right, packet, sets, op)
  return op === '!=' ? not(answer) : answer
}

/** A packet on its way in has no way out yet, and the other way round: the name is empty then, and no interface's (nft_meta.c). */
const isAbsent = (left: Json, packet: Packet): boolean =>
  (packet.answer ? /^iif/ : /^oif/).test(word(member(member(left, 'meta'), 'key')))

function equals(left: Json, right: Json, packet: Packet, sets: Sets, op: string): Answer {
  const parts = member(left, 'concat')
  if (Array.isArray(parts)) return oneOf(elements(right, sets), (each) => concatenated(parts, each, packet, sets))
  const masked = member(left, '&')
  if (Array.isArray(masked)) return maskedEquals(masked, right, packet, op)
  if (isAbsent(left, packet)) return 'no'
  // Fragments, and ways given by the sender: no login's packet has such a header.
  if (member(left, 'exthdr') !== undefined) return right === false ? 'yes' : 'no'
  const possible = values(left, packet)
  if (possible === undefined) return 'maybe'
  if (member(member(left, 'payload'), 'field') === 'flags' && op === '!')
    // `tcp flags ! syn`: none of them is set.
    return maskedEquals([left, right], 0, packet, '==')
  if (member(member(left, 'payload'), 'field') === 'flags')
    return maskedEquals([left, op === 'in' ? right : 0xff], op === 'in' ? null : right, packet, op)
  return agreed(possible.map((value) => oneOf(elements(right, sets), (each) => isOne(value, each, op))))
}

function maskedEquals(masked: Json[], right: Json, packet: Packet, op: string): Answer {
  const [value] = values(masked[0]!, packet) ?? []
  const mask = flagBits(masked[1]!)
  if (typeof value !== 'number' || mask === undefined) return 'maybe'
  if (op === 'in' || right === null) return (value & mask) !== 0 ? 'yes' : 'no'
  const wanted = flagBits(right)
  return wanted === undefined ? 'maybe' : (value & mask) === wanted ? 'yes' : 'no'
}

function flagBits(json: Json): number | undefined {
  if (typeof json === 'number') return json
  if (typeof json === 'string') return FLAGS.includes(json) ? 1 << FLAGS.indexOf(json) : undefined
  const list = Array.isArray(json) ? json : (member(json, '|') ?? member(json, 'set'))
  if (!Array.isArray(list)) return undefined
  const bits = list.map(flagBits)
  return bits.includes(undefined) ? undefined : (bits as number[]).reduce((sum, bit) => sum | bit, 0)
}

function concatenated(parts: readonly Json[], element: Json, packet: Packet, sets: Sets): Answer {
  const wanted = member(bare(element), 'concat')
  if (!Array.isArray(wanted) || wanted.length !== parts.length) return 'maybe'
  const answers = parts.map((part, i) => equals(part, wanted[i]!, packet, sets, '=='))
  if (answers.includes('no')) return 'no'
  return answers.every((answer) => answer === 'yes') ? 'yes' : 'maybe'
}

/** What the right side names: the elements of a set, or itself. */
function elements(right: Json, sets: Sets): readonly Json[] | undefined {
  if (typeof right === 'string' && right.startsWith('@')) return sets.get(right.slice(1))
  const set = member(right, 'set')
  if (Array.isArray(set)) return set
  if (typeof set === 'string') return sets.get(set.replace(/^@/, ''))
  return Array.isArray(right) ? right : [right]
}

function oneOf(all: readonly Json[] | undefined, test: (element: Json) => Answer): Answer {
  if (all === undefined) return 'maybe'
  let answer: Answer = 'no'
  for (const each of all) {
    const told = test(each)
    if (told === 'yes') return 'yes'
    if (told === 'maybe') answer = 'maybe'
  }
  return answer
}

/** An element without its timeout, counter and comment. */
export function bare(element: Json): Json {
  return member(member(element, 'elem'), 'val') ?? element
}

function isOne(value: Value, element: Json, op: string): Answer {
  const wanted = bare(element)
  const yes = (truth: boolean | undefined): Answer => (truth === undefined ? 'maybe' : truth ? 'yes' : 'no')
  const range = member(wanted, 'range')
  if (Array.isArray(range)) {
    const [first, last] = range
    if (typeof value === 'number')
      return yes(typeof first === 'number' && typeof last === 'number' ? value >= first && value <= last : undefined)
    return yes(typeof first === 'string' && typeof last === 'string' ? inRange(value, first, last) : undefined)
  }
  const prefix = member(wanted, 'prefix')
  if (prefix !== undefined) {
    const [address, length] = [member(prefix, 'addr'), member(prefix, 'len')]
    if (typeof value !== 'string' || typeof address !== 'string' || typeof length !== 'number') return 'maybe'
    return yes(inNetwork(value, `${address}/${length}`))
  }
  if (wanted === '*') return 'yes'
  if (typeof value === 'number') {
    if (typeof wanted !== 'number') return wanted === 'ssh' && value === 22 ? 'yes' : 'maybe'
    const truths: Record<string, boolean | undefined> = {
      __proto__: null as never,
      '<': value < wanted,
      '>': value > wanted,
      '<=': value <= wanted,
      '>=': value >= wanted,
    }
    return yes(truths[op] ?? value === wanted)
  }
  if (typeof wanted === 'number') return value === 'tcp' ? yes(wanted === 6) : 'maybe'
  if (typeof wanted !== 'string') return 'maybe'
  // A name that ends in a star is the beginning of an interface's.
  if (wanted.endsWith('*')) return yes(value.startsWith(wanted.slice(0, -1)))
  return yes(inNetwork(value, wanted) ?? value === wanted)
}
