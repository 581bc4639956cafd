/** A world in which nothing is real: a clock moved by hand, probes that answer when they are told to, a way in without a machine. */
import { setImmediate } from 'node:timers/promises'
import type { Access, WayIn } from '../../src/core/access.ts'
import type { Clock } from '../../src/core/clock.ts'
import type { ConnectionLedger } from '../../src/core/connection-ledger.ts'
import { Unanswered } from '../../src/core/probe.ts'
import type { Probe, ProbeContext } from '../../src/core/probe.ts'
import type { FactId, Facts, Target } from '../../src/core/types.ts'
import { makeBudget } from '../../src/medic/budget.ts'
import { Examination } from '../../src/medic/examination.ts'
import type { Surroundings } from '../../src/medic/examination.ts'
import { HOST } from '../cases/facts.ts'

export const TARGET: Target = { destination: HOST, host: HOST, port: 22, user: 'alice', ssh: [] }

/** Time stands still until it is moved: to the next moment at which somebody wants to be woken. */
export class FakeClock implements Clock {
  #now = 1000
  #alarms: { at: number; ring: () => void }[] = []

  now(): number {
    return this.#now
  }

  date(): Date {
    return new Date(Date.UTC(2026, 0, 2) + this.#now * 1000)
  }

  after(seconds: number, ring: () => void): () => void {
    const alarm = { at: this.#now + seconds, ring }
    this.#alarms.push(alarm)
    return () => {
      this.#alarms = this.#alarms.filter((one) => one !== alarm)
    }
  }

  sleep(seconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const callOff = this.after(seconds, resolve)
      const stop = () => {
        callOff()
        resolve()
      }
      if (signal?.aborted) stop()
      signal?.addEventListener('abort', stop, { once: true })
    })
  }

  /** Moves time on until the promise is settled. Rejects where nobody wants to be woken any more and it is not. */
  async run<T>(promise: Promise<T>): Promise<T> {
    const state = { settled: false }
    const done = () => {
      state.settled = true
    }
    promise.then(done, done)
    for (;;) {
      // Whatever follows from what has happened, happens before time goes on.
      for (let i = 0; i < 3 && !state.settled; i++) await setImmediate()
      if (state.settled) return promise
      const [next] = this.#alarms.toSorted((a, b) => a.at - b.at)
      if (!next) throw new Error('everybody waits for everybody')
      this.#alarms = this.#alarms.filter((one) => one !== next)
      this.#now = Math.max(this.#now, next.at)
      next.ring()
    }
  }
}

/** How a fake probe answers: after so long, with this; `does` may show steps and take connections meanwhile. */
export interface Script<K extends FactId = FactId> extends Partial<Omit<Probe<K>, 'id' | 'run'>> {
  after?: number
  /** Asked for the n-th time, from 0. */
  value?: Facts[K] | ((turn: number) => Facts[K])
  /** It has no answer, and says why. */
  missing?: string
  /** It fails as nothing should. */
  breaks?: string
  does?(context: ProbeContext, clock: FakeClock): Promise<void>
}

/** What was asked, in order, each with the second at which it was, and when it was answered. */
export interface Asked {
  id: FactId
  at: number
  answeredAt?: number
  /** It was ended from outside. */
  aborted?: boolean
}

export class World {
  readonly clock = new FakeClock()
  readonly asked: Asked[] = []
  readonly interrupt = new AbortController()
  readonly #probes: Probe[] = []
  #opened = 0

  /** A probe by this name that answers so. An abort brings its answer at once, as with real ones. */
  probe<K extends FactId>(id: K, script: Script<K> = {}): this {
    const { after = 0, value, missing, breaks, does, ...literal } = script
    let turn = 0
    const run = async (context: ProbeContext): Promise<Facts[K]> => {
      const answer = typeof value === 'function' ? value(turn++) : value
      const note: Asked = { id, at: this.seconds }
      this.asked.push(note)
      await does?.(context, this.clock)
      await this.clock.sleep(after, context.signal)
      note.answeredAt = this.seconds
      if (context.signal.aborted) note.aborted = true
      if (breaks !== undefined) throw new TypeError(breaks)
      if (missing !== undefined || answer === undefined) throw new Unanswered('absent', missing ?? 'nobody knows')
      return answer
    }
    const needs = 'network'
    const cost = { seconds: 0.1, connections: 0, load: 0 }
    this.#probes.push({ id, needs, cost, asks: 'what?', applies: () => true, ...literal, run } as unknown as Probe)
    return this
  }

  /** A probe that needs a shell. */
  within<K extends FactId>(id: K, script: Script<K> = {}): this {
    return this.probe(id, { needs: 'shell', ...script })
  }

  get seconds(): number {
    return Math.round((this.clock.now() - 1000) * 1000) / 1000
  }

  /** When this was first asked; undefined where it never was. */
  askedAt(id: FactId): number | undefined {
    return this.asked.find((one) => one.id === id)?.at
  }

  ids(): FactId[] {
    return this.asked.map(({ id }) => id)
  }

  examination(around: Partial<Surroundings> = {}): Examination {
    const { clock } = this
    return new Examination({
      target: TARGET,
      version: '0',
      id: 'fake',
      probes: this.#probes,
      clock,
      budget: makeBudget(5, () => clock.now()),
      ledger: generous,
      patience: 1,
      signal: this.interrupt.signal,
      progress: () => undefined,
      ...around,
    })
  }

  /** A way in that opens after a moment; `roundTrip` is how slow the server is. */
  wayIn(over: Partial<WayIn> & { roundTrip?: number; opensAfter?: number; logins?: number } = {}): WayIn {
    const { roundTrip = 0.05, opensAfter = 0.2, logins = 1, ...rest } = over
    return {
      via: 'ops@there',
      local: false,
      sameHost: true,
      open: async ({ signal, connection }) => {
        for (let login = 1; login <= logins; login++)
          if (!(await connection(login === 1))) return { failed: 'no connection was left', why: 'not-allowed' }
        await this.clock.sleep(opensAfter, signal)
        this.#opened++
        return this.access(roundTrip)
      },
      ...rest,
    }
  }

  /** How many ways in are open. */
  get open(): number {
    return this.#opened
  }

  access(roundTrip: number): Access {
    return {
      via: 'ops@there',
      root: true,
      from: '198.51.100.9',
      roundTrip,
      exec: () => Promise.reject(new Error('there is no machine')),
      close: async () => {
        this.#opened--
      },
    }
  }
}

/** Nobody else asks anything of the target. */
export const generous: ConnectionLedger = { request: async () => 'granted' }
