import { bare, compare, type Json, member, type Sets, word } from './nft-values.ts'
import { ruleText } from './nft-text.ts'
import type { Action, Condition, Packet, Rule, Table } from './ruleset.ts'

/** Reads `nft -j list ruleset` (libnftables-json(5)); undefined for what is none. What it does not understand is `maybe`. */
export function readNftJson(text: string): Table[] | undefined {
  const json = parseJson(text)
  const all = member(json, 'nftables')
  if (!Array.isArray(all)) return undefined
  const tables = new Map<string, Table>()
  const sets = new Map<string, Map<string, Json[]>>()
  const named = (item: Json, key: string): string => word(member(item, key))
  const tableOf = (item: Json): Table => {
    const [family, name] = [named(item, 'family'), named(item, 'table')]
    const key = `${family} ${name}`
    const table = tables.get(key) ?? { family, name, chains: new Map() }
    tables.set(key, table)
    return table
  }
  const setsOf = (item: Json): Map<string, Json[]> => {
    const key = `${named(item, 'family')} ${named(item, 'table')}`
    const found = sets.get(key) ?? new Map<string, Json[]>()
    sets.set(key, found)
    return found
  }
  // A rule may name a set or a chain that stands behind it.
  for (const entry of all) {
    const chain = member(entry, 'chain')
    if (chain !== undefined) {
      const name = named(chain, 'name')
      const hook = member(chain, 'hook')
      const priority = Number(member(chain, 'prio') ?? 0)
      const policy = member(chain, 'policy') === 'drop' ? 'drop' : 'accept'
      tableOf(chain).chains.set(name, {
        name,
        rules: [],
        ...(typeof hook === 'string' && {
          base: {
            hook,
            priority: Number.isFinite(priority) ? priority : 0,
            policy,
            ...(member(chain, 'type') === 'nat' && { nat: true }),
          },
        }),
      })
    }
    const set = member(entry, 'set') ?? member(entry, 'map')
    const elements = member(set, 'elem')
    if (set !== undefined) setsOf(set).set(named(set, 'name'), Array.isArray(elements) ? elements : [])
    const loose = member(entry, 'element')
    const more = member(loose, 'elem')
    if (loose !== undefined && Array.isArray(more))
      setsOf(loose)
        .get(named(loose, 'name'))
        ?.push(...more)
  }
  for (const entry of all) {
    const rule = member(entry, 'rule')
    const expressions = member(rule, 'expr')
    if (rule === undefined || !Array.isArray(expressions)) continue
    tableOf(rule)
      .chains.get(named(rule, 'chain'))
      ?.rules.push(readRule(expressions, setsOf(rule)))
  }
  return [...tables.values()]
}

/** No rule nests so deep; a text that does is meant to exhaust the reader's stack. */
const DEEPEST = 200

/** JSON of the server's; undefined for what is none, or nests too deep. */
export function parseJson(text: string): Json | undefined {
  if (isTooDeep(text)) return undefined
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x5b || c === 0x7b) {
      if (++depth > DEEPEST) return true
    } else if (c === 0x5d || c === 0x7d) depth--
  }
  return false
}

/** Whether a table was made by iptables, whose matches `nft -j` does not spell out. */
export function hasExtensions(text: string): boolean {
  return /\{"xt": ?\{/.test(text)
}

function readRule(expressions: readonly Json[], sets: Sets): Rule {
  const conditions: Condition[] = []
  let actions: (packet: Packet) => readonly Action[] = () => [{ kind: 'nothing' }]
  for (const expression of expressions) {
    const [name, body] = Object.entries((expression ?? {}) as object)[0] ?? ['']
    const json = (body ?? null) as Json
    switch (name) {
      case 'match': {
        const [op, left, right] = [member(json, 'op'), member(json, 'left'), member(json, 'right')]
        conditions.push((packet) => compare(word(op), left ?? null, right ?? null, packet, sets))
        break
      }
      case 'limit':
        conditions.push(() => (member(json, 'inv') === true ? 'beyond' : 'within'))
        break
      case 'ct count':
        conditions.push(() => (member(json, 'inv') === true ? 'beyond' : 'within'))
        break
      case 'set':
      case 'meter':
        conditions.push(() => limited(JSON.stringify(json)))
        break
      case 'accept':
      case 'drop':
      case 'reject':
      case 'return':
        actions = () => [{ kind: name }]
        break
      case 'jump':
      case 'goto':
        actions = () => [{ kind: name, chain: word(member(json, 'target')) }]
        break
      case 'vmap':
        actions = (packet) => verdictMap(json, packet, sets)
        break
      case 'counter':
      case 'log':
      case 'comment':
      case 'notrack':
      case 'mangle':
      case 'flow':
      case 'ct helper':
      case 'ct timeout':
      case 'secmark':
        break
      case 'dnat':
      case 'redirect':
      case 'tproxy':
      case 'synproxy':
      case 'queue':
      case 'fwd':
      case 'dup':
        actions = () => [{ kind: 'elsewhere' }]
        break
      case 'xt':
        if (member(json, 'type') === 'target') actions = () => [{ kind: 'nothing' }, { kind: 'elsewhere' }]
        else conditions.push(() => 'maybe')
        break
      default:
        conditions.push(() => 'maybe')
    }
  }
  return { text: ruleText(expressions), conditions, actions }
}

/** A rule that notes addresses in a set goes on only where the limit beside it says so. */
function limited(json: string): 'yes' | 'within' | 'beyond' | 'maybe' {
  if (!/"(?:limit|ct count|quota)":/.test(json)) return 'yes'
  if (/"quota":/.test(json)) return 'maybe'
  return /"inv": ?true/.test(json) ? 'beyond' : 'within'
}

function verdictMap(json: Json, packet: Packet, sets: Sets): readonly Action[] {
  const key = member(json, 'key') ?? null
  const data = member(json, 'data') ?? null
  const named = typeof data === 'string' ? data : member(data, 'set')
  const pairs = Array.isArray(named) ? named : typeof named === 'string' ? sets.get(named.replace(/^@/, '')) : undefined
  if (!pairs) return [{ kind: 'nothing' }, { kind: 'elsewhere' }]
  const possible: Action[] = []
  for (const pair of pairs) {
    if (!Array.isArray(pair) || pair.length < 2) continue
    const told = compare('==', key, { set: [bare(pair[0]!)] }, packet, sets)
    if (told === 'no') continue
    possible.push(verdict(pair[1]!))
    if (told === 'yes') return possible
  }
  return [...possible, { kind: 'nothing' }]
}

function verdict(json: Json): Action {
  const [name, body] = Object.entries((json ?? {}) as object)[0] ?? ['']
  if (name === 'jump' || name === 'goto') return { kind: name, chain: word(member(body as Json, 'target')) }
  if (name === 'accept' || name === 'drop' || name === 'return') return { kind: name }
  return { kind: name === 'continue' ? 'nothing' : 'elsewhere' }
}
