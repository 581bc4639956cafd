import { inNetwork, inRange } from './networks.ts'
import { agreed, type Action, type Answer, type Condition, not, type Packet, type Rule, type Table } from './ruleset.ts'

/** Address sets of ipset by name: type and entries, as `ipset save` prints them. */
export type IpSets = ReadonlyMap<string, { type: string; entries: readonly string[] }>

const PRIORITY: Record<string, Record<string, number>> = {
  PREROUTING: { raw: -300, mangle: -150, nat: -100 },
  INPUT: { mangle: -150, filter: 0, security: 50, nat: 100 },
}

/** Reads iptables-save or ip6tables-save, of both kinds. What it does not understand is `maybe`. */
export function readIptablesSave(text: string, family: 4 | 6, sets: IpSets = new Map()): Table[] {
  const tables: Table[] = []
  for (const line of text.split('\n')) {
    const table = tables.at(-1)
    if (/^\*\w{1,30}$/.test(line)) {
      tables.push({ family: family === 4 ? 'ip' : 'ip6', name: line.slice(1), chains: new Map() })
    } else if (line.startsWith(':') && table) {
      const [name = '', policy = '-'] = line.slice(1).split(' ')
      const priority = own(own(PRIORITY, name) ?? {}, table.name)
      const base = { hook: name.toLowerCase(), priority: priority ?? 0, policy: policy === 'DROP' ? 'drop' : 'accept' }
      table.chains.set(name, {
        name,
        rules: [],
        ...(priority !== undefined && { base: base as { hook: string; priority: number; policy: 'accept' | 'drop' } }),
      })
    } else if (line.startsWith('-A ') && table) {
      const [, chain = '', ...words] = split(line)
      table.chains.get(chain)?.rules.push(readRule(words, line.slice(line.indexOf(chain) + chain.length + 1), sets))
    }
  }
  return tables
}

/** Reads `ipset save`. */
export function readIpsetSave(text: string): IpSets {
  const sets = new Map<string, { type: string; entries: string[] }>()
  for (const line of text.split('\n')) {
    const [verb, name, word] = line.split(' ')
    if (name === undefined || word === undefined) continue
    if (verb === 'create') sets.set(name, { type: word, entries: [] })
    // An entry with `nomatch` takes away what a wider one gives.
    if (verb === 'add') sets.get(name)?.entries.push(/\bnomatch\b/.test(line) ? `!${word}` : word)
  }
  return sets
}

function own<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function split(line: string): string[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map((m) => m[1] ?? m[2]!)
}

const yes = (truth: boolean | undefined): Answer => (truth === undefined ? 'maybe' : truth ? 'yes' : 'no')

/** Options that only say more about a condition beside them; how many words each takes. */
const SILENT: Record<string, number> = {
  '-m': 1,
  '--comment': 1,
  '--limit-burst': 1,
  '--hashlimit-burst': 1,
  '--hashlimit-mode': 1,
  '--hashlimit-name': 1,
  '--hashlimit-htable-size': 1,
  '--hashlimit-htable-max': 1,
  '--hashlimit-htable-expire': 1,
  '--hashlimit-htable-gcinterval': 1,
  '--hashlimit-srcmask': 1,
  '--hashlimit-dstmask': 1,
  '--hashlimit-rate-interval': 1,
  '--connlimit-mask': 1,
  '--connlimit-saddr': 0,
  '--connlimit-daddr': 0,
  '--seconds': 1,
  '--hitcount': 1,
  '--name': 1,
  '--mask': 1,
  '--rsource': 0,
  '--rdest': 0,
  '--rttl': 0,
  '--reap': 0,
  '--mode': 1,
  '--every': 1,
  '--packet': 1,
  '--set': 0,
  '--limit-iface-in': 0,
}

/** A first packet carries SYN and no other flag. */
const hasFlags = (mask: string, wanted: string): boolean => {
  const list = (text: string) => (text === 'ALL' ? ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG'] : text.split(','))
  const seen = list(mask).filter((flag) => flag === 'SYN')
  const asked = list(wanted).filter((flag) => flag !== 'NONE')
  return seen.length === asked.length && asked.every((flag) => flag === 'SYN')
}

const inPorts = (list: string, port: number): boolean =>
  list.split(',').some((each) => {
    const [first = '', last = first] = each.split(':')
    return port >= Number(first || 0) && port <= Number(last || 65_535)
  })

/** Conditions by option: the words it takes, and what they ask. */
const ASKS: Record<string, (packet: Packet, a: string, b: string, sets: IpSets) => Answer> = {
  '-s': ({ from }, net) => yes(from === undefined ? undefined : inNetwork(from, net)),
  '-d': ({ to }, net) => (to.length > 0 ? agreed(to.map((each) => yes(inNetwork(each, net)))) : 'maybe'),
  '-i': ({ device }, name) =>
    yes(
      device && (name.endsWith('+') ? device.startsWith(name.slice(0, -1)) : device === name)
        ? true
        : device === undefined
          ? undefined
          : false,
    ),
  '-p': (_, name) => yes(/^(?:tcp|6|all|0)$/.test(name)),
  '--dport': ({ port }, list) => yes(inPorts(list, port)),
  '--dports': ({ port }, list) => yes(inPorts(list, port)),
  '--syn': () => 'yes',
  '--tcp-flags': (_, mask, wanted) => yes(hasFlags(mask, wanted)),
  '--ctstate': (_, list) => yes(list.split(',').includes('NEW')),
  '--state': (_, list) => yes(list.split(',').includes('NEW')),
  '--ctdir': (_, way) => yes(way === 'ORIGINAL'),
  '--ctstatus': (_, list) => yes(list.split(',').includes('NONE')),
  '--dst-type': (_, list) => yes(list.split(',').includes('LOCAL')),
  '--src-type': (_, list) => yes(list.split(',').includes('UNICAST')),
  '--pkt-type': (_, kind) => yes(kind === 'unicast'),
  '--mark': (_, mark) => yes(/^0x0*(?:$|\/)/.test(mark)),
  '--src-range': ({ from }, range) => yes(from === undefined ? undefined : inRange(from, ...ends(range))),
  '--dst-range': ({ to }, range) =>
    to.length > 0 ? agreed(to.map((each) => yes(inRange(each, ...ends(range))))) : 'maybe',
  '--match-set': ({ from }, name, way, sets) => inSet(from, way, sets.get(name)),
  '--limit': () => 'within',
  '--hashlimit': () => 'within',
  '--hashlimit-upto': () => 'within',
  '--hashlimit-above': () => 'beyond',
  '--connlimit-upto': () => 'within',
  '--connlimit-above': () => 'beyond',
  '--update': () => 'beyond',
  '--rcheck': () => 'beyond',
  '--probability': () => 'beyond',
  '--icmp-type': () => 'no',
  '--icmpv6-type': () => 'no',
  '--sport': () => 'maybe',
}
const TWO_WORDS = new Set(['--tcp-flags', '--match-set'])
const NO_WORD = new Set(['--syn', '--update', '--rcheck'])

const ends = (range: string): [string, string] => {
  const [first = '', last = first] = range.split('-')
  return [first, last]
}

function inSet(
  from: string | undefined,
  way: string,
  set: { type: string; entries: readonly string[] } | undefined,
): Answer {
  if (from === undefined || way !== 'src' || !set || !/^hash:(?:ip|net)$/.test(set.type)) return 'maybe'
  const holds = (entry: string) => (entry.includes('-') ? inRange(from, ...ends(entry)) : inNetwork(from, entry))
  if (set.entries.some((entry) => entry.startsWith('!') && holds(entry.slice(1)) === true)) return 'maybe'
  return yes(set.entries.some((entry) => holds(entry) === true))
}

const TARGETS: Record<string, Action['kind']> = {
  ACCEPT: 'accept',
  DROP: 'drop',
  REJECT: 'reject',
  RETURN: 'return',
  LOG: 'nothing',
  NFLOG: 'nothing',
  ULOG: 'nothing',
  MARK: 'nothing',
  CONNMARK: 'nothing',
  TCPMSS: 'nothing',
  CT: 'nothing',
  NOTRACK: 'nothing',
  SET: 'nothing',
  DSCP: 'nothing',
  TOS: 'nothing',
  TTL: 'nothing',
  CHECKSUM: 'nothing',
  CLASSIFY: 'nothing',
  AUDIT: 'nothing',
  SECMARK: 'nothing',
  CONNSECMARK: 'nothing',
  TRACE: 'nothing',
  TARPIT: 'elsewhere',
  DNAT: 'elsewhere',
  REDIRECT: 'elsewhere',
  TPROXY: 'elsewhere',
  NFQUEUE: 'elsewhere',
  SYNPROXY: 'elsewhere',
  NETMAP: 'elsewhere',
}

function readRule(words: readonly string[], text: string, sets: IpSets): Rule {
  const conditions: Condition[] = []
  let action: Action = { kind: 'nothing' }
  let negated = false
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word === '!') {
      negated = true
      continue
    }
    if (word === '-j' || word === '-g') {
      const target = words[i + 1] ?? ''
      const kind = own(TARGETS, target)
      // What stands behind a target belongs to it.
      action = kind === undefined ? { kind: word === '-j' ? 'jump' : 'goto', chain: target } : ({ kind } as Action)
      break
    }
    const silent = own(SILENT, word)
    const asks = own(ASKS, word)
    if (silent !== undefined) i += silent
    else if (asks) {
      const not_ = negated
      const [a, b] = [words[i + 1] ?? '', words[i + 2] ?? '']
      conditions.push((packet) => (not_ ? not(asks(packet, a, b, sets)) : asks(packet, a, b, sets)))
      i += NO_WORD.has(word) ? 0 : TWO_WORDS.has(word) ? 2 : 1
    } else if (word.startsWith('-')) {
      conditions.push(() => 'maybe')
      while (i + 1 < words.length && !/^(?:-|!$)/.test(words[i + 1]!)) i++
    }
    negated = false
  }
  // `--mode nth` takes every n-th packet: as good as dice.
  if (words.includes('--every')) conditions.push(() => 'beyond')
  return { text, conditions, actions: () => [action] }
}
