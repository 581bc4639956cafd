/** The first packet of a connection, as the firewall sees it; undefined is "not known". */
export interface Packet {
  family: 4 | 6
  from?: string
  /** Our addresses one of which it goes to. */
  to: readonly string[]
  port: number
  /** The interface it comes in by. */
  device?: string
}

/**
 * Whether a condition holds for the packet. `within` holds only while a limit of rate or number is kept, `beyond` only once it
 * is used up (or when the dice say so); `maybe` is what cannot be told from here.
 */
export type Answer = 'yes' | 'no' | 'maybe' | 'within' | 'beyond'
export type Condition = (packet: Packet) => Answer

/** What a rule does with a packet it holds for; `elsewhere` changes where the packet goes, and the rest cannot be told. */
export type Action =
  | { kind: 'nothing' | 'accept' | 'drop' | 'reject' | 'return' | 'elsewhere' }
  | { kind: 'jump' | 'goto'; chain: string }

export interface Rule {
  text: string
  conditions: readonly Condition[]
  /** More than one where it depends on what cannot be told. */
  actions(packet: Packet): readonly Action[]
}

export interface Chain {
  name: string
  rules: Rule[]
  base?: { hook: string; priority: number; policy: 'accept' | 'drop' }
}

export interface Table {
  family: string
  name: string
  chains: Map<string, Chain>
}

export interface FirewallVerdict {
  verdict: 'open' | 'drops' | 'rejects' | 'limits' | 'unknown'
  rule?: string
}

type World = 'within' | 'beyond'
type End = 'accept' | 'drop' | 'reject' | 'elsewhere' | 'through'
/** How a chain may end, and the first rule that ends it so. */
type Ends = Map<End, string>

const HOOKS = ['ingress', 'prerouting', 'input']

/** What becomes of the packet: every base chain on its way has to let it through (nftables' own rule, and netfilter's). */
export function judge(tables: readonly Table[], packet: Packet): FirewallVerdict {
  const within = inWorld(tables, packet, 'within')
  const beyond = inWorld(tables, packet, 'beyond')
  if (within.verdict === beyond.verdict) return within
  if (within.verdict === 'unknown') return within
  if (beyond.verdict === 'unknown') return beyond
  return { verdict: 'limits', ...((beyond.rule ?? within.rule) && { rule: beyond.rule ?? within.rule! }) }
}

function inWorld(tables: readonly Table[], packet: Packet, world: World): FirewallVerdict {
  const families = packet.family === 4 ? ['ip', 'inet', 'netdev'] : ['ip6', 'inet', 'netdev']
  const way = tables
    .filter(({ family }) => families.includes(family))
    .flatMap((table) => [...table.chains.values()].map((chain) => ({ table, chain })))
    .filter(({ chain }) => chain.base !== undefined && HOOKS.includes(chain.base.hook))
    .sort(
      (a, b) =>
        HOOKS.indexOf(a.chain.base!.hook) - HOOKS.indexOf(b.chain.base!.hook) ||
        a.chain.base!.priority - b.chain.base!.priority,
    )
  const refusals: Ends = new Map()
  let open = true
  for (const { table, chain } of way) {
    const ends = new Walk(table, packet, world).ends(chain.name)
    if (ends.has('through')) {
      const policy = chain.base!.policy
      ends.delete('through')
      add(ends, policy, `${table.family} ${table.name} ${chain.name}: policy ${policy}`)
    }
    for (const [end, rule] of ends) if (end !== 'accept') add(refusals, end, rule)
    if (!ends.has('accept')) {
      open = false
      break
    }
  }
  const [first] = refusals
  if (first === undefined) return { verdict: 'open' }
  const [end, rule] = first
  if (open || refusals.size > 1 || end === 'elsewhere') return { verdict: 'unknown', rule }
  return { verdict: end === 'drop' ? 'drops' : 'rejects', rule }
}

/** A rule can only jump so deep (NFT_JUMP_STACK_SIZE of the kernel); what goes deeper is a circle in our reading. */
const DEEPEST = 16

class Walk {
  readonly #table: Table
  readonly #packet: Packet
  readonly #world: World
  readonly #seen = new Map<string, Ends>()

  constructor(table: Table, packet: Packet, world: World) {
    this.#table = table
    this.#packet = packet
    this.#world = world
  }

  ends(name: string, depth = 0): Ends {
    const known = this.#seen.get(name)
    if (known) return new Map(known)
    // The kernel takes no ruleset that jumps in circles; a text that says otherwise must not keep us busy.
    this.#seen.set(name, new Map([['elsewhere', `chain ${name}`]]))
    const ends = this.#walk(name, depth)
    this.#seen.set(name, ends)
    return new Map(ends)
  }

  #walk(name: string, depth: number): Ends {
    const ends: Ends = new Map()
    const chain = this.#table.chains.get(name)
    if (!chain || depth > DEEPEST) return new Map([['elsewhere', `chain ${name}`]])
    for (const rule of chain.rules) {
      const holds = this.#holds(rule)
      if (holds === 'no') continue
      const actions = rule.actions(this.#packet)
      let goesOn = holds === 'maybe'
      for (const action of actions) if (this.#act(action, rule, chain, depth, ends)) goesOn = true
      if (!goesOn) return ends
    }
    add(ends, 'through', '')
    return ends
  }

  /** Notes how an action may end; true where the next rule may be reached. */
  #act(action: Action, { text }: Rule, chain: Chain, depth: number, ends: Ends): boolean {
    const rule = `${this.#table.family} ${this.#table.name} ${chain.name}: ${text}`
    switch (action.kind) {
      case 'nothing':
        return true
      case 'return':
        add(ends, 'through', '')
        return false
      case 'jump':
      case 'goto': {
        const deeper = this.ends(action.chain, depth + 1)
        const back = deeper.delete('through')
        for (const [end, why] of deeper) add(ends, end, why)
        if (!back) return false
        if (action.kind === 'jump') return true
        add(ends, 'through', '')
        return false
      }
      default:
        add(ends, action.kind, rule)
        return false
    }
  }

  #holds({ conditions }: Rule): 'yes' | 'no' | 'maybe' {
    let answer: 'yes' | 'maybe' = 'yes'
    for (const condition of conditions) {
      const told = condition(this.#packet)
      if (told === 'no' || ((told === 'within' || told === 'beyond') && told !== this.#world)) return 'no'
      if (told === 'maybe') answer = 'maybe'
    }
    return answer
  }
}

function add(ends: Ends, end: End, rule: string): void {
  if (!ends.has(end)) ends.set(end, rule)
}

/** The opposite of an answer. */
export function not(answer: Answer): Answer {
  const opposite = { yes: 'no', no: 'yes', maybe: 'maybe', within: 'beyond', beyond: 'within' } as const
  return opposite[answer]
}

/** One answer for several things that are possible. */
export function agreed(answers: readonly Answer[]): Answer {
  const [first] = answers
  return first !== undefined && answers.every((answer) => answer === first) ? first : 'maybe'
}
