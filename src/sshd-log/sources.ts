import { addToPace, newPace } from './pace.ts'
import type { Pace } from './pace.ts'

/** What one address did. Times in milliseconds, as the lines have them (clock.ts); NaN where none had one. */
export interface Source {
  failed: number
  failedFirst: number
  failedLast: number
  accepted: number
  acceptedFirst: number
  acceptedLast: number
  /** Names, each once, in the order in which they came. */
  tried: Set<string>
  /** Most addresses have never been let in. */
  entered?: Set<string>
  /** Failures before the first login; −1 while there was none (then `run` holds them). */
  before: number
  /** Failures since the last login. */
  run: number
  firstAt: number
  firstUser: string
  /** The longest run of failures that a login ended, the first login left out. */
  best: number
  bestAt: number
  bestUser: string
  pace: Pace
}

export const newSource = (): Source => ({
  failed: 0,
  failedFirst: NaN,
  failedLast: NaN,
  accepted: 0,
  acceptedFirst: NaN,
  acceptedLast: NaN,
  tried: new Set(),
  before: -1,
  run: 0,
  firstAt: NaN,
  firstUser: '',
  best: 0,
  bestAt: NaN,
  bestUser: '',
  pace: newPace(),
})

/** Where failures and logins are counted, by address, in the order of the log. */
export interface SourceCounter {
  failed(address: string, user: string, at: number, times: number): void
  accepted(address: string, user: string, at: number, times: number): void
}

const least = (a: number, b: number): number => (b < a || Number.isNaN(a) ? b : a)
const most = (a: number, b: number): number => (b > a || Number.isNaN(a) ? b : a)

/** The counter of the plain engine. */
export function newSources(): SourceCounter & { all: Map<string, Source> } {
  const all = new Map<string, Source>()
  const of = (address: string): Source => {
    let source = all.get(address)
    if (!source) {
      source = newSource()
      all.set(address, source)
    }
    return source
  }
  return {
    all,
    failed(address, user, at, times) {
      const source = of(address)
      source.failed += times
      source.run += times
      source.tried.add(user)
      source.failedFirst = least(source.failedFirst, at)
      source.failedLast = most(source.failedLast, at)
      addToPace(source.pace, at, times)
    },
    accepted(address, user, at, times) {
      const source = of(address)
      source.accepted += times
      ;(source.entered ??= new Set()).add(user)
      source.acceptedFirst = least(source.acceptedFirst, at)
      source.acceptedLast = most(source.acceptedLast, at)
      if (source.before < 0) {
        source.before = source.run
        source.firstAt = at
        source.firstUser = user
      } else if (source.run > source.best) {
        source.best = source.run
        source.bestAt = at
        source.bestUser = user
      }
      source.run = 0
    },
  }
}
