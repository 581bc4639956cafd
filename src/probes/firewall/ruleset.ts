/** The first packet of a connection, as the firewall sees it; undefined is "not known". */
export interface Packet {
  family: 4 | 6
  from?: string
  /** Our addresses one of which it goes to. */
  to: readonly string[]
  port: number
  /** The interface it comes in by. */
  device?: string
  /** What is meant is the server's answer to it, on the way back. */
  answer?: true
}

/** Ports that a client's system may have chosen, here and there in what is usual: none of the first 1024. */
export const EPHEMERAL = [1024, 20_000, 32_768, 45_000, 60_000, 65_535]

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
  /** `nat` chains see nothing but the first packet. */
  base?: { hook: string; priority: number; policy: 'accept' | 'drop'; nat?: boolean }
}

export interface Table {
  family: string
  name: string
  chains: Map<string, Chain>
}

/** A rule, or a chain's policy, in its place. */
export interface Place {
  table: Table
  chain: string
  text: string
  /** Chains of that table the packet had come through by then. */
  way: readonly string[]
}

export interface FirewallVerdict {
  verdict: 'open' | 'drops' | 'rejects' | 'limits' | 'unknown'
  /** What decides; for `limits` the rule that counts. */
  at?: Place
  /** It is the server's answers that go nowhere. */
  answers?: true
}

type World = 'within' | 'beyond'
type End = 'accept' | 'drop' | 'reject' | 'elsewhere' | 'through'
/** How a chain may end, and the first rule that ends it so. */
type Ends = Map<End, Place | undefined>

const HOOKS = ['ingress', 'prerouting', 'input']
const HOOKS_OF_ANSWERS = ['output', 'postrouting', 'egress']

/**
 * What becomes of the packet: every base chain on its way has to let it through (nftables' own rule, and netfilter's). And of
 * the answer to it, where that is beyond doubt: whoever waits for one sees no difference.
 */
export function judge(tables: readonly Table[], packet: Packet): FirewallVerdict {
  const there = bothWorlds(tables, packet)
  if (there.verdict !== 'open' && there.verdict !== 'limits') return there
  const back = bothWorlds(tables, { ...packet, answer: true })
  if (back.verdict !== 'drops' && back.verdict !== 'rejects') return there
  return { verdict: 'drops', answers: true, ...(back.at && { at: back.at }) }
}

function bothWorlds(tables: readonly Table[], packet: Packet): FirewallVerdict {
  const within = inWorld(tables, packet, 'within')
  const beyond = inWorld(tables, packet, 'beyond')
  if (within.verdict === beyond.verdict) return within
  if (within.verdict === 'unknown') return within
  if (beyond.verdict === 'unknown') return beyond
  const at = beyond.counts[0] ?? within.counts[0] ?? beyond.at ?? within.at
  return { verdict: 'limits', ...(at && { at }) }
}

function inWorld(tables: readonly Table[], packet: Packet, world: World): FirewallVerdict & { counts: Place[] } {
  const families = packet.family === 4 ? ['ip', 'inet', 'netdev'] : ['ip6', 'inet', 'netdev']
  const hooks = packet.answer ? HOOKS_OF_ANSWERS : HOOKS
  const way = tables
    .filter(({ family }) => families.includes(family))
    .flatMap((table) => [...table.chains.values()].map((chain) => ({ table, chain })))
    .filter(({ chain }) => chain.base && hooks.includes(chain.base.hook) && !(packet.answer && chain.base.nat))
    .sort(
      (a, b) =>
        hooks.indexOf(a.chain.base!.hook) - hooks.indexOf(b.chain.base!.hook) ||
        a.chain.base!.priority - b.chain.base!.priority,
    )
  const refusals: Ends = new Map()
  const counts: Place[] = []
  let open = true
  for (const { table, chain } of way) {
    const walk = new Walk(table, packet, world)
    const ends = walk.ends(chain.name)
    if (ends.has('through')) {
      const policy = chain.base!.policy
      ends.delete('through')
      add(ends, policy, walk.place(chain, `policy ${policy}`))
    }
    counts.push(...walk.counts)
    for (const [end, at] of ends) if (end !== 'accept') add(refusals, end, at)
    if (!ends.has('accept')) {
      open = false
      break
    }
  }
  const [first] = refusals
  if (first === undefined) return { verdict: 'open', counts }
  const [end, at] = first
  const why = { counts, ...(at && { at }) }
  if (open || refusals.size > 1 || end === 'elsewhere') return { verdict: 'unknown', ...why }
  return { verdict: end === 'drop' ? 'drops' : 'rejects', ...why }
}

/** A rule can only jump so deep (NFT_JUMP_STACK_SIZE of the kernel); what goes deeper is a circle in our reading. */
const DEEPEST = 16

class Walk {
  readonly #table: Table
  readonly #packet: Packet
  readonly #world: World
  readonly #seen = new Map<string, Ends>()
  /** Rules that let through, or do not, by how much has come already. */
  readonly counts: Place[] = []

  constructor(table: Table, packet: Packet, world: World) {
    this.#table = table
    this.#packet = packet
    this.#world = world
  }

  place({ name }: Chain, text: string): Place {
    return { table: this.#table, chain: name, text, way: [...this.#seen.keys()] }
  }

  ends(name: string, depth = 0): Ends {
    const known = this.#seen.get(name)
    if (known) return new Map(known)
    // The kernel takes no ruleset that jumps in circles; a text that says otherwise must not keep us busy.
    this.#seen.set(name, new Map([['elsewhere', undefined]]))
    const ends = this.#walk(name, depth)
    this.#seen.set(name, ends)
    return new Map(ends)
  }

  #walk(name: string, depth: number): Ends {
    const ends: Ends = new Map()
    const chain = this.#table.chains.get(name)
    if (!chain || depth > DEEPEST) return new Map([['elsewhere', undefined]])
    for (const rule of chain.rules) {
      const { holds, counts } = this.#holds(rule)
      if (counts && rule.actions(this.#packet).some((action) => this.#matters(action, depth)))
        this.counts.push(this.place(chain, rule.text))
      if (holds === 'no') continue
      const actions = rule.actions(this.#packet)
      let goesOn = holds === 'maybe'
      for (const action of actions) if (this.#act(action, rule, chain, depth, ends)) goesOn = true
      if (!goesOn) return ends
    }
    add(ends, 'through')
    return ends
  }

  /** A rule that asks who sends, and jumps to where all is refused, is what refuses. */
  #nearer(at: Place, { name }: Chain, text: string): Place {
    return asksWhoSends(text) && !asksWhoSends(at.text) ? { ...at, chain: name, text } : at
  }

  /** Not what only logs. */
  #matters(action: Action, depth: number): boolean {
    if (action.kind !== 'jump' && action.kind !== 'goto') return action.kind !== 'nothing'
    const ends = this.ends(action.chain, depth + 1)
    return ends.size !== 1 || !ends.has('through')
  }

  /** Notes how an action may end; true where the next rule may be reached. */
  #act(action: Action, { text }: Rule, chain: Chain, depth: number, ends: Ends): boolean {
    switch (action.kind) {
      case 'nothing':
        return true
      case 'return':
        add(ends, 'through')
        return false
      case 'jump':
      case 'goto': {
        const deeper = this.ends(action.chain, depth + 1)
        const back = deeper.delete('through')
        for (const [end, why] of deeper) add(ends, end, why && this.#nearer(why, chain, text))
        if (!back) return false
        if (action.kind === 'jump') return true
        add(ends, 'through')
        return false
      }
      default:
        add(ends, action.kind, this.place(chain, text))
        return false
    }
  }

  /** Whether a rule holds; `counts` where that hangs on a limit and on nothing else. */
  #holds({ conditions }: Rule): { holds: 'yes' | 'no' | 'maybe'; counts?: true } {
    let holds: 'yes' | 'maybe' = 'yes'
    let limits: 'kept' | 'used-up' | undefined
    for (const condition of conditions) {
      const told = condition(this.#packet)
      if (told === 'no') return { holds: 'no' }
      if (told === 'maybe') holds = 'maybe'
      if (told === 'within' || told === 'beyond')
        limits = limits !== 'used-up' && told === this.#world ? 'kept' : 'used-up'
    }
    if (limits === undefined) return { holds }
    return { holds: limits === 'kept' ? holds : 'no', counts: true }
  }
}

const WHO_SENDS =
  /\bsaddr (?!!=)|(?:^|[^!] )(?:-s|--source|--src-range) |(?:^|[^!] )--match-set \S+ src\b|(?:^|[^!] )--(?:rcheck|update) /

/** Whether a rule looks at who sends, in nft's words or in those of iptables; one that spares some senders looks at all others. */
export function asksWhoSends(text: string): boolean {
  return WHO_SENDS.test(text)
}

const WHO_RECEIVES = /\bdaddr (?!!=)|(?:^|[^!] )(?:-d|--destination|--dst-range) |(?:^|[^!] )--match-set \S+ dst\b/

/** The same of an answer of the server's: there the one who came is the one who receives. */
export function asksWhoReceives(text: string): boolean {
  return WHO_RECEIVES.test(text)
}

function add(ends: Ends, end: End, at?: Place): void {
  if (!ends.has(end)) ends.set(end, at)
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
