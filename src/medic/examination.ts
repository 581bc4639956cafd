import type { Access, WayIn } from '../core/access.ts'
import type { Clock } from '../core/clock.ts'
import type { ConnectionLedger } from '../core/connection-ledger.ts'
import { caseOf, noteFact } from '../core/incident.ts'
import type { Answered, IncidentEvent, IncidentEvents, Opened } from '../core/incident.ts'
import { known, Unanswered } from '../core/probe.ts'
import type { Probe, ProbeContext } from '../core/probe.ts'
import type { Case, FactId, FactSheet, LoginStep, Missing, Seen, Target } from '../core/types.ts'
import { posterior, readSigns } from '../diagnose/posterior.ts'
import type { Weighed } from '../diagnose/posterior.ts'
import { rankTests } from '../diagnose/next-test.ts'
import type { Ranked } from '../diagnose/next-test.ts'
import { endpoints, portOf } from '../probes/dial/addresses.ts'
import type { Budget } from './budget.ts'

/** Everything an examination is handed: it opens nothing by itself, and has no clock, chance or probe of its own. */
export interface Surroundings {
  target: Target
  version: string
  /** Names the incident. */
  id: string
  probes: readonly Probe[]
  clock: Clock
  /** What this run may ask of the target. */
  budget: Budget
  /** What all runs may. */
  ledger: ConnectionLedger
  /** A second way in, to look from within as well. */
  wayIn?: WayIn
  /** 1 is the default patience of every clock. */
  patience: number
  /** The user's ^C. */
  signal: AbortSignal
  progress(text: string): void
}

/** What probes that need a shell are given beside the rest, once the way in is open. */
export interface Within {
  access: Access
  signal: AbortSignal
  patience: number
  /** The address people come from, as the server sees it. */
  from?: string
}

export interface HowToAsk {
  /** Ends this question alone. */
  signal?: AbortSignal
  /** Asked of another target than the examination's. */
  of?: Target
  /** Asked although it was answered; whether the new answer stands is told by this, given the facts with it and without it. */
  again?: (facts: FactSheet, before: FactSheet) => boolean
}

const ON_THIS_MACHINE = 'this machine'

/** Extra tries we allow ourselves to have outstanding: a third of what makes a penalty active (noauth 1 s each, 15 s; srclimit.c). */
const HARMLESS = 5

/**
 * One examination, from the first question to the case. It asks what plans tell it to, each question once, notes every answer as
 * an event, and knows nothing of their order. Never throws for what the world does; an abort leaves a partial case.
 */
export class Examination {
  readonly target: Target
  readonly clock: Clock
  readonly wayIn: WayIn | undefined
  readonly patience: number
  readonly signal: AbortSignal
  readonly progress: (text: string) => void
  readonly #probes: ReadonlyMap<FactId, Probe>
  readonly #budget: Budget
  readonly #ledger: ConnectionLedger
  readonly #began: number
  readonly #events: [Opened, ...IncidentEvent[]]
  /** The fold of the events so far; live, since probes read it while they run. */
  readonly #facts: FactSheet = {}
  readonly #asking = new Map<FactId, Promise<void>>()
  readonly #steps = new Map<LoginStep, string>()
  #stepWaiters: ((step: LoginStep) => void)[] = []
  #inside: Within | undefined

  constructor(around: Surroundings) {
    this.target = around.target
    this.clock = around.clock
    this.#budget = around.budget
    this.#ledger = around.ledger
    this.wayIn = around.wayIn
    this.patience = around.patience
    this.signal = around.signal
    this.progress = around.progress
    this.#probes = new Map(around.probes.map((probe) => [probe.id, probe]))
    this.#began = around.clock.now()
    this.#events = [{ kind: 'opened', at: this.#at(), id: around.id, version: around.version, target: around.target }]
  }

  /** What is known so far. */
  get facts(): FactSheet {
    return this.#facts
  }

  get events(): IncidentEvents {
    return this.#events
  }

  /** Seconds since it began. */
  get seconds(): number {
    return this.clock.now() - this.#began
  }

  /** The probes that were handed in and answer such a question, in their order. */
  probes(which: (probe: Probe) => boolean = () => true): Probe[] {
    return [...this.#probes.values()].filter(which)
  }

  /** What is believed now. */
  believed(): Weighed[] {
    return posterior(readSigns(this.#facts))
  }

  /** Every question that could be asked now and is not under way, the most worthwhile first, wherever it is asked. */
  ranked(): Ranked[] {
    const atHand = this.probes(
      ({ id, needs }) => !this.#asking.has(id) && (needs !== 'shell' || this.#inside !== undefined),
    )
    return rankTests(atHand, this.#facts, this.target, this.believed())
  }

  /** From now on probes that need a shell have one. */
  enter(inside: Within): void {
    this.#inside = inside
  }

  /**
   * Asks one question and notes its answer; resolves when it is noted. Nothing happens where it was answered before, does not
   * apply, nobody has such a probe, or the user has interrupted; where it is under way, that is waited for.
   */
  ask(id: FactId, how: HowToAsk = {}): Promise<void> {
    const probe = this.#probes.get(id)
    const { of = this.target } = how
    const underWay = this.#asking.get(id)
    if (underWay) return underWay
    const answered = this.#facts[id] !== undefined && !how.again
    if (!probe || answered || this.signal.aborted || !probe.applies(this.#facts, of)) return Promise.resolve()
    const asking = this.#run(probe, how).finally(() => this.#asking.delete(id))
    this.#asking.set(id, asking)
    return asking
  }

  /** Notes that a fact from within could not be had. A question that is under way is not waited for any more; what it answers is dropped. */
  miss(id: FactId, via: string, missing: Missing): void {
    this.#note(id, { at: this.#at(), seen: 'inside', via, missing })
  }

  /** Counts one connection that the target's port sees, if this run's budget and what all runs may ask of it allow that. */
  async connect(): Promise<boolean> {
    if (!this.#budget.take()) return false
    // Two runs side by side may take what one may take in all: well below what sshd penalises.
    const all = 2 * this.#budget.limit
    const shared = await this.#ledger.request({ target: this.#peer(), kind: 'question', count: 1, most: all })
    if (shared === 'refused') this.#budget.giveBack()
    else this.#append({ kind: 'connected', at: this.#at() })
    return shared !== 'refused'
  }

  /** Counts a login that is no question of ours, and takes none away. */
  connectedBesides(): void {
    this.#append({ kind: 'connected', at: this.#at() })
  }

  /** Whether so many tries beside a login that works are a luxury the target can bear; where nobody remembers, they are not. */
  async mayKnock(count: number): Promise<boolean> {
    const request = { target: this.#peer(), kind: 'extra', count, most: HARMLESS } as const
    return (await this.#ledger.request(request)) === 'granted'
  }

  /** Waits for a promise, for so long at most; an interrupt ends every wait. Seconds of the default patience. */
  waitFor(seconds: number, promise: Promise<unknown>): Promise<void> {
    return new Promise<void>((resolve) => {
      const done = () => {
        callOff()
        this.signal.removeEventListener('abort', done)
        resolve()
      }
      const callOff = this.clock.after(seconds * this.patience, done)
      this.signal.addEventListener('abort', done, { once: true })
      promise.then(done, done)
    })
  }

  /** Whether the login has shown this step. */
  reached(step: LoginStep): boolean {
    return this.#steps.has(step)
  }

  /** The line that showed it. */
  lineOf(step: LoginStep): string | undefined {
    return this.#steps.get(step)
  }

  stepSeen(step: LoginStep): Promise<void> {
    if (this.reached(step)) return Promise.resolve()
    return new Promise((resolve) => this.#stepWaiters.push((seen) => seen === step && resolve()))
  }

  /** Ends the examination. @returns everything it has seen */
  close(): Case {
    const interrupted = this.signal.aborted ? { interrupted: true as const } : {}
    this.#append({ kind: 'closed', at: this.#at(), seconds: this.seconds, ...interrupted })
    return caseOf(this.#events)
  }

  async #run(probe: Probe, { signal, of, again }: HowToAsk): Promise<void> {
    const before = { ...this.#facts }
    const at = this.#at()
    const inside = probe.needs === 'shell' ? this.#inside : undefined
    const via = inside?.access.via ?? (probe.needs === 'nothing' ? ON_THIS_MACHINE : 'network')
    if (inside) this.progress(`from within: ${probe.asks}`)
    const context = { ...this.#context(signal ?? this.signal), ...inside, ...(of ? { target: of } : {}) }
    let fact
    try {
      fact = { at, seen: this.#seenBy(probe), via, value: await probe.run(context) }
    } catch (error) {
      if (!(error instanceof Unanswered) && !inside) throw error
      const missing = missingFor(error)
      fact = inside ? { at, seen: 'inside', via, missing } : { at, seen: 'client', via: ON_THIS_MACHINE, missing }
    }
    // It was given up meanwhile.
    if (!again && this.#facts[probe.id] !== undefined) return
    const stands = again?.({ ...this.#facts, [probe.id]: fact }, before) ?? true
    this.#note(probe.id, fact, !stands)
  }

  /** On the server itself whatever is asked is seen from within. */
  #seenBy({ needs }: Probe): Seen {
    if (needs === 'shell' || this.wayIn?.local) return 'inside'
    return needs === 'nothing' ? 'client' : 'network'
  }

  #context(signal: AbortSignal): ProbeContext {
    return {
      target: this.target,
      facts: this.#facts,
      signal,
      patience: this.patience,
      connection: async (kind) => {
        if (kind === 'other') return true
        const granted = await this.connect()
        // The user's own login is made whatever we have spent.
        if (!granted && kind === 'login') this.connectedBesides()
        return granted || kind === 'login'
      },
      progress: this.progress,
      step: (step, line) => {
        if (this.#steps.has(step)) return
        this.#steps.set(step, line)
        for (const waiter of [...this.#stepWaiters]) waiter(step)
      },
    }
  }

  #note(id: FactId, fact: object, aside = false): void {
    this.#append({ kind: 'answered', id, fact, ...(aside ? { aside: true } : {}) } as Answered)
  }

  #append(event: IncidentEvent): void {
    // What is answered after the end comes too late.
    if (this.#events.at(-1)?.kind === 'closed') return
    this.#events.push(event)
    noteFact(this.#facts, event)
  }

  /** Whom our connections reach: the address as soon as it is known. */
  #peer(): string {
    const host = endpoints(this.#facts, this.target, 1)[0]?.address ?? known(this.#facts, 'ssh-config')?.host
    return `${host ?? this.target.host} ${portOf(this.#facts, this.target)}`
  }

  #at(): string {
    return this.clock.date().toISOString()
  }
}

/** What a sick server answers may be no answer at all; the examination outlives it. */
function missingFor(error: unknown): Missing {
  if (error instanceof Unanswered) return error.missing
  const why = error instanceof Error ? error.message : String(error)
  return { why: 'absent', says: `its answer could not be read (${why})` }
}
