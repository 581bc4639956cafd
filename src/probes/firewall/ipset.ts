import { inNetwork, inRange } from '../../openssh/networks.ts'
import { agreed, type Answer } from './ruleset.ts'

/** Address sets of ipset by name: type and entries, as `ipset save` prints them. */
export type IpSets = ReadonlyMap<string, IpSet>

interface IpSet {
  type: string
  entries: readonly { words: string; nomatch: boolean }[]
}

/** What of a packet a set may ask for: all that is possible, nothing where it is not known. */
export interface Dimensions {
  source: readonly string[]
  destination: readonly string[]
  sourcePorts: readonly number[]
  destinationPorts: readonly number[]
  device: string | undefined
}

/** Reads `ipset save`. */
export function readIpsetSave(text: string): IpSets {
  const sets = new Map<string, { type: string; entries: { words: string; nomatch: boolean }[] }>()
  for (const line of text.split('\n')) {
    const [verb, name, word] = line.split(' ')
    if (name === undefined || word === undefined) continue
    if (verb === 'create') sets.set(name, { type: word, entries: [] })
    // What stands in quotes is the administrator's comment.
    const nomatch = / nomatch(?: |$)/.test(line.replace(/"[^"]*"/g, ''))
    if (verb === 'add') sets.get(name)?.entries.push({ words: word, nomatch })
  }
  return sets
}

/** A set may hold sets; deeper than so it does not go (IPSET_DIM_MAX and list:set, which takes no list). */
const DEEPEST = 2

/**
 * Whether a set matches. `way` has `src` or `dst` for each part of its type. Of a set nobody could read, or of a type with parts that cannot be told
 * from here (mac, mark), `maybe`.
 */
export function inSet(packet: Dimensions, way: readonly string[], sets: IpSets, name: string, deep = 0): Answer {
  const set = sets.get(name)
  if (!set || deep > DEEPEST) return 'maybe'
  if (set.type === 'list:set') {
    const answers = set.entries.map(({ words }) => inSet(packet, way, sets, words, deep + 1))
    return answers.includes('yes') ? 'yes' : answers.includes('maybe') ? 'maybe' : 'no'
  }
  const kinds = set.type.replace(/^\w+:/, '').split(',')
  let best: { bits: number; nomatch: boolean } | undefined
  let open = false
  for (const { words, nomatch } of set.entries) {
    const parts = words.split(',')
    const answers = kinds.map((kind, i) => holds(kind, parts[i] ?? '', way[i] ?? 'src', packet))
    if (answers.includes('no')) continue
    if (answers.includes('maybe')) {
      open = true
      continue
    }
    const bits = bitsOf(words)
    // The narrower network has the last word.
    if (!best || bits > best.bits) best = { bits, nomatch }
  }
  if (open) return 'maybe'
  return best && !best.nomatch ? 'yes' : 'no'
}

function holds(kind: string, entry: string, way: string, packet: Dimensions): Answer {
  const fromSource = way === 'src'
  const told = (truth: boolean | undefined): Answer => (truth === undefined ? 'maybe' : truth ? 'yes' : 'no')
  if (kind === 'ip' || kind === 'net') {
    const addresses = fromSource ? packet.source : packet.destination
    if (addresses.length === 0) return 'maybe'
    const [first = '', last] = entry.split('-')
    return agreed(
      addresses.map((each) => told(last === undefined ? inNetwork(each, entry) : inRange(each, first, last))),
    )
  }
  if (kind === 'port') {
    const m = /^(?:([a-z]\w*):)?(\d{1,5})(?:-(\d{1,5}))?$/i.exec(entry)
    if (!m) return entry.includes(':') ? 'no' : 'maybe'
    if (m[1] !== undefined && m[1] !== 'tcp') return 'no'
    const [low, high] = [Number(m[2]), Number(m[3] ?? m[2])]
    const ports = fromSource ? packet.sourcePorts : packet.destinationPorts
    return agreed(ports.map((port) => told(port >= low && port <= high)))
  }
  if (kind === 'iface' && fromSource && !entry.startsWith('physdev:'))
    return told(packet.device === undefined ? undefined : entry === packet.device)
  return 'maybe'
}

const bitsOf = (words: string): number =>
  words
    .split(',')
    .reduce((sum, part) => sum + (/[.:]/.test(part) ? Number(/\/(\d{1,3})$/.exec(part)?.[1] ?? 128) : 0), 0)
