/** Each name once; a list where it came whole from the fast engine, which is half the memory of a set. */
export type Names = Set<string> | readonly string[]

/** What one address did. Times in milliseconds, as the lines have them (clock.ts); NaN where none had one. */
export interface Source {
  failed: number
  failedFirst: number
  failedLast: number
  accepted: number
  acceptedFirst: number
  acceptedLast: number
  tried: Names
  entered: Names
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
}

/** Most sources have no list of one kind or the other: they share this, which nobody adds to. */
export const NOBODY: Names = []

export const newSource = (): Source => ({
  failed: 0,
  failedFirst: NaN,
  failedLast: NaN,
  accepted: 0,
  acceptedFirst: NaN,
  acceptedLast: NaN,
  tried: NOBODY,
  entered: NOBODY,
  before: -1,
  run: 0,
  firstAt: NaN,
  firstUser: '',
  best: 0,
  bestAt: NaN,
  bestUser: '',
})

export function withUser(users: Names, user: string): Names {
  if (users instanceof Set) return users.add(user)
  return new Set(users).add(user)
}

/** Where failures and logins are counted, by address, in the order of the log. */
export interface SourceCounter {
  /** `times` may be −1: an attempt that two parts of a log both counted is one. */
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
      if (times < 0) return
      source.tried = withUser(source.tried, user)
      source.failedFirst = least(source.failedFirst, at)
      source.failedLast = most(source.failedLast, at)
    },
    accepted(address, user, at, times) {
      const source = of(address)
      source.accepted += times
      source.entered = withUser(source.entered, user)
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

/** Puts what a later part of the same log knows of an address behind what an earlier part knows. */
export function appendSource(to: Source, later: Source): void {
  to.failed += later.failed
  to.failedFirst = least(to.failedFirst, later.failedFirst)
  to.failedLast = most(to.failedLast, later.failedLast)
  to.accepted += later.accepted
  to.acceptedFirst = least(to.acceptedFirst, later.acceptedFirst)
  to.acceptedLast = most(to.acceptedLast, later.acceptedLast)
  for (const user of later.tried) to.tried = withUser(to.tried, user)
  for (const user of later.entered) to.entered = withUser(to.entered, user)
  if (later.before < 0) {
    to.run += later.run
    return
  }
  if (to.before < 0) {
    to.before = to.run + later.before
    to.firstAt = later.firstAt
    to.firstUser = later.firstUser
  } else if (to.run + later.before > to.best) {
    to.best = to.run + later.before
    to.bestAt = later.firstAt
    to.bestUser = later.firstUser
  }
  if (later.best > to.best) {
    to.best = later.best
    to.bestAt = later.bestAt
    to.bestUser = later.bestUser
  }
  to.run = later.run
}
