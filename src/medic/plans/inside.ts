import type { Access, WayIn } from '../../core/access.ts'
import { known } from '../../core/probe.ts'
import type { Probe } from '../../core/probe.ts'
import type { FactId, FactSheet, Missing } from '../../core/types.ts'
import { isClear, isSick, mattersToFirst } from '../../diagnose/settled.ts'
import type { Examination } from '../examination.ts'
import { isLoopback } from '../../openssh/networks.ts'

const AT_ONCE = 4
/** A healthy server has answered everything long before; a slow one is given more, its login included up to the second. Seconds. */
const HEALTHY_SECONDS = 20
const SLOW_SECONDS = 90
/** So many commands one after the other are what the whole look takes at least. */
const COMMANDS_IN_A_ROW = 12
/** What a sudo that does not answer at once may take: the time-outs of a resolver, for a name in two families. Seconds. */
const SLOW_SUDO = 30
/** An empty command that takes longer than this makes every clock of a probe longer. Seconds. */
const BRISK = 1
const MOST_PATIENCE = 6
/** sshd and the journal need a moment to write our own login down. Seconds. */
const LOG_SETTLES = 0.3
/** Behind so many times what it says it costs, a probe is late: on a server with other things to do twice is nothing yet. */
const LATE = 2.5
/** More tries at a way in that ends at the target's own sshd wait for the questions from outside, for so long at most. Seconds. */
const AFTER_OUTSIDE = 60

const NO_TIME: Missing = {
  why: 'timed-out',
  says: 'there was no time left to ask this, too: the server is slow, or the connection has broken off',
}
const INTERRUPTED: Missing = { why: 'not-asked', says: 'interrupted' }
const SLOW_AND_CLEAR: Missing = {
  why: 'not-asked',
  says: 'not asked: the server is slow, and the cause was clear',
}
const NOT_WAITED_FOR: Missing = { why: 'not-asked', says: 'not waited for: the cause was clear' }

/**
 * The look from within, beside whatever goes on outside: what passes quickly first, then by worth, four at once; sshd's log when
 * our own login stands in it. On a slow host the clocks stretch, and beyond the proof nothing is asked.
 */
export class LookInside {
  readonly #exam: Examination
  readonly #wayIn: WayIn
  readonly #outsideAsked: Promise<void>
  /** Ends every question there. */
  readonly #ending = new AbortController()
  readonly #end = () => this.#ending.abort()
  /** The way in is open, or is not to be had, and we know whom it makes us. */
  readonly #begun: Promise<void>
  readonly #looked: Promise<void>
  #log: Promise<void> = Promise.resolve()
  #access: Access | undefined
  /** Its own clock has ended it. */
  #outOfTime = false
  #stopClock = () => {}
  /** Questions still to be asked. */
  readonly #left = new Set<Probe>()
  /** Questions under way, and when each is late. */
  readonly #underWay = new Map<FactId, number>()
  /** Who waits for an answer to come. */
  #waiting: (() => void)[] = []

  /** Opens the way in at once. `outsideAsked`: the target may bear more logins of ours. */
  constructor(exam: Examination, wayIn: WayIn, outsideAsked: Promise<void>) {
    this.#exam = exam
    this.#wayIn = wayIn
    this.#outsideAsked = outsideAsked
    exam.signal.addEventListener('abort', this.#end, { once: true })
    this.#begun = this.#open()
    this.#looked = this.#begun.then(() => this.#askEverything())
  }

  /** Everything but the log has been answered, or is late. */
  async asked(): Promise<void> {
    await this.#until(this.#looked, () => this.#left.size === 0 && this.#nobodyIsInTime())
  }

  /** Our own login is over: now the log is read, and who holds the slots is looked at once more where we were turned away. */
  loginIsOver(turnedAway: boolean): void {
    const last = this.#exam.probes(({ afterLogin }) => afterLogin === true)
    for (const probe of last) this.#left.add(probe)
    this.#log = this.#begun.then(async () => {
      if (!this.#access) return
      if (turnedAway) await this.#lookOnceMore()
      await new Promise<void>((resolve) => this.#exam.clock.after(LOG_SETTLES, resolve))
      for (const probe of last) await this.#ask(probe)
    })
  }

  /** Everything has been answered that could still matter to the first cause. */
  async settled(): Promise<void> {
    await this.#until(Promise.all([this.#looked, this.#log]), () => this.#isSettled())
  }

  /** Ends it; what is under way is given up. */
  async close(): Promise<void> {
    this.#stopClock()
    this.#exam.signal.removeEventListener('abort', this.#end)
    for (const id of this.#underWay.keys()) this.#miss(id, NOT_WAITED_FOR)
    this.#end()
    await this.#begun
    await this.#access?.close()
  }

  async #open(): Promise<void> {
    const { patience, clock } = this.#exam
    const began = clock.now()
    const { signal } = this.#ending
    const got = await this.#wayIn.open({ signal, connection: (first) => this.#mayLogIn(first) })
    if ('failed' in got) {
      this.#exam.miss('inside-session', this.#wayIn.via, { why: got.why, says: got.failed })
      return
    }
    this.#access = got
    const spent = (clock.now() - began) / patience
    const needed = Math.max(HEALTHY_SECONDS, COMMANDS_IN_A_ROW * got.roundTrip)
    const sudo = got.root === 'pending' ? SLOW_SUDO : 0
    const seconds = sudo + Math.max(HEALTHY_SECONDS, Math.min(SLOW_SECONDS - spent, needed))
    this.#stopClock = clock.after(seconds * patience, () => {
      this.#outOfTime = true
      this.#end()
    })
    const from = this.#wayIn.address ?? (this.#wayIn.local ? undefined : outward(got.from))
    const within = { access: got, signal, patience: this.#patience() }
    this.#exam.enter({ ...within, ...(from === undefined ? {} : { from }) })
    const all = this.#exam.probes(({ needs, afterLogin }) => needs === 'shell' && !afterLogin)
    for (const probe of all) this.#left.add(probe)
    for (const probe of all.filter(({ id }) => id === 'inside-session')) await this.#ask(probe)
  }

  /** A login of the way in that ends at the target's host is one more connection its port sees. */
  async #mayLogIn(first: boolean): Promise<boolean> {
    if (!this.#wayIn.sameHost) return true
    if (first) {
      this.#exam.connectedBesides()
      return true
    }
    await this.#exam.waitFor(AFTER_OUTSIDE, this.#outsideAsked)
    return this.#exam.connect()
  }

  async #askEverything(): Promise<void> {
    if (!this.#access) return
    const all = [...this.#left]
    const early = this.#askAll(all.filter((probe) => probe.early))
    // One that hangs holds nobody up.
    await this.#until(early, () => all.every((probe) => !probe.early || !this.#isInTime(probe)))
    await Promise.all([early, this.#askAll(all.filter((probe) => !probe.early))])
  }

  async #askAll(probes: readonly Probe[]): Promise<void> {
    let left = this.#byWorth(probes)
    const next = () => {
      // Where each answer takes seconds the next question is chosen anew; elsewhere all are asked before that would matter.
      if (this.#isSlow()) left = this.#byWorth(left)
      return left.shift()
    }
    const work = async () => {
      for (let probe = next(); probe; probe = next()) {
        if (this.#isBeyondTheProof(probe)) this.#leaveOut(probe)
        else await this.#ask(probe)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  }

  /** Where all is slow, what may be the reason; then what tells most for its cost. */
  #byWorth(probes: readonly Probe[]): Probe[] {
    const ranked = new Map(this.#exam.ranked().map(({ probe }, i) => [probe.id, i]))
    const urgent = ({ tellsOfSlowness }: Probe) => (this.#isSlow() && tellsOfSlowness ? -1 : 0)
    const place = ({ id }: Probe) => ranked.get(id) ?? ranked.size
    return probes.toSorted((a, b) => urgent(a) - urgent(b) || place(a) - place(b))
  }

  async #ask(probe: Probe): Promise<void> {
    const { id, buildsOn } = probe
    const isUseless = () => this.#exam.facts[id] !== undefined || !probe.applies(this.#exam.facts, this.#exam.target)
    for (const one of this.#exam.probes((other) => buildsOn?.includes(other.id) === true && !isUseless()))
      await this.#until(this.#ask(one), () => !this.#isInTime(one))
    this.#left.delete(probe)
    if (isUseless()) return
    if (this.#ending.signal.aborted) this.#miss(id, this.#outOfTime ? NO_TIME : INTERRUPTED)
    else await this.#underWayWith(probe, this.#exam.ask(id))
  }

  /** Who holds the slots is to be seen while they are held; the first look may have come before they were. */
  async #lookOnceMore(): Promise<void> {
    for (const probe of this.#exam.probes(({ passing }) => passing === true)) {
      const { id } = probe
      const again = (now: FactSheet, before: FactSheet) => {
        const isKnown = known(now, id) !== undefined || known(before, id) === undefined
        return isKnown && pending(now) >= pending(before)
      }
      await this.#exam.ask(id)
      if (!this.#ending.signal.aborted) await this.#underWayWith(probe, this.#exam.ask(id, { again }))
    }
  }

  async #underWayWith(probe: Probe, answer: Promise<void>): Promise<void> {
    const isAsked = this.#underWay.has(probe.id)
    const usual = LATE * probe.cost.seconds * this.#patience() + (this.#access?.roundTrip ?? 0)
    if (!isAsked) this.#underWay.set(probe.id, this.#exam.clock.now() + usual)
    // What is waited for depends on what is left to ask.
    this.#wake()
    await answer
    this.#underWay.delete(probe.id)
    this.#wake()
  }

  /** Waits for the end of it all, or until this is so: looked at whenever an answer has come, and when one is late. */
  async #until(end: Promise<unknown>, isEnough: () => boolean): Promise<void> {
    const state = { isOver: false }
    const over = () => {
      state.isOver = true
      this.#wake()
    }
    end.then(over, over)
    await this.#begun
    while (!state.isOver && (this.#exam.signal.aborted || !isEnough())) {
      const now = this.#exam.clock.now()
      const late = Math.min(...[...this.#underWay.values()].filter((at) => at > now))
      await new Promise<void>((resolve) => {
        const callOff = Number.isFinite(late) ? this.#exam.clock.after(late - now, resolve) : () => {}
        this.#waiting.push(() => {
          callOff()
          resolve()
        })
      })
    }
    if (state.isOver) await end
  }

  #wake(): void {
    for (const one of this.#waiting.splice(0)) one()
  }

  #isSettled(): boolean {
    if (this.#left.size > 0 || !this.#nobodyIsInTime()) return false
    const { facts } = this.#exam
    return isClear(this.#exam.believed()) && !mattersToFirst(new Set(this.#underWay.keys()), facts)
  }

  #nobodyIsInTime(): boolean {
    return [...this.#underWay.values()].every((at) => at <= this.#exam.clock.now())
  }

  /** It is still to be asked, or may yet answer as soon as it usually does. */
  #isInTime(probe: Probe): boolean {
    return this.#left.has(probe) || (this.#underWay.get(probe.id) ?? -Infinity) > this.#exam.clock.now()
  }

  /** Every question is a burden on a slow server, and the user waits for each: beyond the proof none is asked. */
  #isBeyondTheProof({ early, tellsOfSlowness }: Probe): boolean {
    if (!this.#isSlow() || early || tellsOfSlowness || this.#ending.signal.aborted) return false
    const now = this.#exam.believed()
    return isClear(now) && isSick(now)
  }

  #leaveOut(probe: Probe): void {
    this.#left.delete(probe)
    if (probe.applies(this.#exam.facts, this.#exam.target)) this.#miss(probe.id, SLOW_AND_CLEAR)
  }

  #isSlow(): boolean {
    return (this.#access?.roundTrip ?? 0) > BRISK
  }

  #patience(): number {
    return this.#exam.patience * Math.min(MOST_PATIENCE, Math.max(1, (this.#access?.roundTrip ?? 0) / BRISK))
  }

  #miss(id: FactId, why: Missing): void {
    if (this.#access && this.#exam.facts[id] === undefined) this.#exam.miss(id, this.#access.via, why)
  }
}

/** Through a tunnel the server sees its own loopback, which says nothing of where we come from. */
const outward = (address: string | undefined): string | undefined =>
  address === undefined || isLoopback(address) ? undefined : address

/** Unfinished logins, as far as the facts have them. */
function pending(facts: FactSheet): number {
  const titles = known(facts, 'listener')?.listeners.map((one) => one.startups?.pending ?? 0) ?? []
  return Math.max(0, ...titles) + (known(facts, 'slot-holders')?.total ?? 0)
}
