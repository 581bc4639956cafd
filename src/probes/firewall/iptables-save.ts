import { conditionAt, type Lists } from './iptables-conditions.ts'
import { type Action, type Condition, not, type Rule, type Table } from './ruleset.ts'

const PRIORITY: Record<string, Record<string, number>> = {
  PREROUTING: { raw: -300, mangle: -150, nat: -100 },
  INPUT: { mangle: -150, filter: 0, security: 50, nat: 100 },
  OUTPUT: { raw: -300, mangle: -150, nat: -100, filter: 0, security: 50 },
  POSTROUTING: { mangle: -150, nat: 100 },
}
const NOTHING: Lists = { sets: new Map(), recent: new Map() }

/** Reads iptables-save or ip6tables-save, of both kinds, with or without counters. What it does not understand is `maybe`. */
export function readIptablesSave(text: string, family: 4 | 6, lists: Lists = NOTHING): Table[] {
  const tables: Table[] = []
  for (const whole of text.split('\n')) {
    const line = whole.replace(/^\[\d{1,20}:\d{1,20}\] /, '')
    const table = tables.at(-1)
    if (/^\*\w{1,30}$/.test(line)) {
      tables.push({ family: family === 4 ? 'ip' : 'ip6', name: line.slice(1), chains: new Map() })
    } else if (line.startsWith(':') && table) {
      const [name = '', policy = '-'] = line.slice(1).split(' ')
      const priority = own(own(PRIORITY, name) ?? {}, table.name)
      table.chains.set(name, {
        name,
        rules: [],
        ...(priority !== undefined && {
          base: {
            hook: name.toLowerCase(),
            priority,
            policy: policy === 'DROP' ? 'drop' : 'accept',
            ...(table.name === 'nat' && { nat: true }),
          },
        }),
      })
    } else if (line.startsWith('-A ') && table) {
      const [, chain = '', ...words] = split(line)
      table.chains.get(chain)?.rules.push(readRule(words, line.slice(line.indexOf(chain) + chain.length + 1), lists))
    }
  }
  return tables
}

function own<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function split(line: string): string[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map((m) => m[1] ?? m[2]!)
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

function readRule(words: readonly string[], text: string, lists: Lists): Rule {
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
    const condition = conditionAt(words, i)
    if (condition) {
      const { asks } = condition
      const turned = negated
      if (asks) conditions.push((packet) => (turned ? not(asks(packet, lists)) : asks(packet, lists)))
      i += condition.takes
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
