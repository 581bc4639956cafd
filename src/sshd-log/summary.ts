import { newAttempts } from './attempts.ts'
import { isYearless, ownYear, withYear } from './clock.ts'
import { generationsOf, generationsProven, logsNoDrops } from './generations.ts'
import { newReadState, recogniseLine, type ReadState } from './line.ts'
import { newSources, type Source, type SourceCounter } from './sources.ts'
import { ABOUT_THROTTLING, newThrottling, type Throttling } from './throttling.ts'
import type { BySource, LineKind, LogLine, LogSummary, SourceActivity } from './types.ts'

export interface SummaryOptions {
  /** Year of the first line without a year. */
  year?: number
  /** Or: no line is later than this (milliseconds since the epoch), by a day; the change of the file, or now. */
  notAfter?: number
  /** Or, where lines are judged one by one: the first line without a year was written just before this. */
  now?: () => number
  /** Zone of times without one: `UTC`, `+02:00`, or a name of the zone database. */
  zone?: string
  /** First number of MaxStartups; 10 where left out, the default of every release since 6.2. */
  begin?: number
  /** Leave lines out that are earlier or not earlier than this; milliseconds. Lines without a time stay. Yearless ones need `year`. */
  since?: number
  until?: number
}

const MINUTE = 60_000
const DAY = 86_400_000
const QUARTER = 900_000
/** From 10.0 on so many refusals by penalty in a burst make sshd leave out the rest (sshd.c, log_ratelimit_init). */
const PENALTIES_LIMITED = 8

/** Counts that add up; everything the plain and the fast engine have in common. */
export interface Tally {
  lines: number
  recognised: number
  kinds: Map<LineKind, number>
  /** Of the first and the last of sshd's lines that has a time; NaN. */
  firstAt: number
  lastAt: number
  drops: Map<string, number>
  perSource: Map<string, number>
  penalties: Map<string, number>
  perSourceTotal: number
  penaltyTotal: number
  penaltyExact: boolean
  imposed: number
  generations: Set<number>
  /** By begin of the minute: failed, accepted, dropped. */
  minutes: Map<number, [number, number, number]>
  /** Time of the first line with a year behind one without; NaN. */
  anchor: number
  anchored: number
}

export function newTally(): Tally {
  return {
    lines: 0,
    recognised: 0,
    kinds: new Map(),
    firstAt: NaN,
    lastAt: NaN,
    drops: new Map(),
    perSource: new Map(),
    penalties: new Map(),
    perSourceTotal: 0,
    penaltyTotal: 0,
    penaltyExact: true,
    imposed: 0,
    generations: new Set(),
    minutes: new Map(),
    anchor: NaN,
    anchored: NaN,
  }
}

const plus = <K>(counts: Map<K, number>, key: K, n: number): void => void counts.set(key, (counts.get(key) ?? 0) + n)

export function inMinute(tally: Tally, at: number, what: 0 | 1 | 2, n: number): void {
  if (Number.isNaN(at)) return
  const minute = Math.floor(at / MINUTE) * MINUTE
  let counts = tally.minutes.get(minute)
  if (!counts) {
    counts = [0, 0, 0]
    tally.minutes.set(minute, counts)
  }
  counts[what] += n
}

/** How many lines a line stands for; its `count` may be a number of connections instead. */
const COUNTS_CONNECTIONS: ReadonlySet<LineKind> = new Set([
  'throttling-continues',
  'throttling-ends',
  'drops-suppressed',
  'penalty-drops-suppressed',
])

/** What a line adds that does not depend on other lines. */
export function tallyLine(tally: Tally, line: LogLine): void {
  const times = line.count ?? 1
  tally.recognised++
  plus(tally.kinds, line.kind, COUNTS_CONNECTIONS.has(line.kind) ? 1 : times)
  const written = generationsOf(line)
  if (written !== 0) tally.generations.add(written)
  const at = line.at ?? NaN
  if (line.at !== undefined) tallyTime(tally, line.at)
  if (line.kind === 'drop') {
    if (line.address !== undefined) plus(tally.drops, line.address, times)
    inMinute(tally, at, 2, times)
  } else if (line.kind === 'drops-suppressed') inMinute(tally, at, 2, times)
  else if (line.kind === 'drop-per-source') {
    tally.perSourceTotal += times
    if (line.address !== undefined) plus(tally.perSource, line.address, times)
  } else if (line.kind === 'drop-penalty') {
    tally.penaltyTotal += times
    if (line.address !== undefined) plus(tally.penalties, line.address, times)
    // Limited since 10.0 (log_ratelimit_init); before, each one is written.
    if (line.exact === false) tally.penaltyExact = false
  } else if (line.kind === 'penalty-drops-suppressed') {
    tally.penaltyTotal += times
    tally.penaltyExact = false
  } else if (line.kind === 'penalty') tally.imposed += times
}

/** The time of a line of sshd's, in the order of the log. */
function tallyTime(tally: Tally, at: number): void {
  if (!isYearless(at) && Number.isNaN(tally.anchor) && isYearless(tally.lastAt)) {
    tally.anchor = at
    tally.anchored = tally.lastAt
  }
  if (Number.isNaN(tally.firstAt)) tally.firstAt = at
  tally.lastAt = at
}

export interface Summariser {
  /** One line, without its newline. */
  add(text: string): LogLine | undefined
  summary(): LogSummary
}

/** Reads lines one by one; the plain engine. Memory grows with the number of addresses and names only. */
export function makeSummariser(options: SummaryOptions = {}): Summariser {
  const tally = newTally()
  const sources = newSources()
  const counter: SourceCounter = withMinutes(tally, sources)
  const attempts = newAttempts(counter)
  const throttling = newThrottling()
  const filtered = options.since !== undefined || options.until !== undefined
  const state: ReadState = newReadState(
    filtered
      ? { zone: options.zone, year: options.year, now: options.now, begin: options.begin }
      : { zone: options.zone, begin: options.begin },
  )
  return {
    add(text) {
      const line = recogniseLine(text, state)
      tally.lines = state.line
      if (!line) return undefined
      if (options.since !== undefined && line.at !== undefined && line.at < options.since) return undefined
      if (options.until !== undefined && line.at !== undefined && line.at >= options.until) return undefined
      tallyLine(tally, line)
      attempts.add(line)
      if (ABOUT_THROTTLING.has(line.kind)) throttling.add(line)
      return line
    },
    summary() {
      const summary = concludeSummary(tally, sources.all, throttling, options)
      if (filtered && state.year !== undefined && options.year === undefined) summary.time.year ??= state.year
      return summary
    },
  }
}

/** Failures and logins count in their minute as well. */
function withMinutes(tally: Tally, to: SourceCounter): SourceCounter {
  return {
    failed(address, user, at, times) {
      inMinute(tally, at, 0, times)
      to.failed(address, user, at, times)
    },
    accepted(address, user, at, times) {
      inMinute(tally, at, 1, times)
      to.accepted(address, user, at, times)
    },
  }
}

/** Year of the first yearless line. */
function firstYear(tally: Tally, options: SummaryOptions): number | null {
  const yearless = isYearless(tally.firstAt) || isYearless(tally.lastAt)
  if (!yearless) return null
  if (options.year !== undefined) return options.year
  const zone = options.zone ?? 'UTC'
  const last = Number.isNaN(tally.anchor) ? tally.lastAt : tally.anchored
  const limit = (Number.isNaN(tally.anchor) ? (options.notAfter ?? NaN) : tally.anchor) + DAY
  if (!isYearless(last)) return new Date(tally.firstAt).getUTCFullYear() - ownYear(last)
  if (Number.isNaN(limit)) return 1970
  const rolled = ownYear(last)
  const year = new Date(limit).getUTCFullYear()
  return (withYear(last, year - rolled, zone) <= limit ? year : year - 1) - rolled
}

const bySource = (counts: Map<string, number>): BySource[] =>
  [...counts].map(([address, count]) => ({ address, count })).sort(mostFirst)

/** Sorted by count, then by address: the same log has one summary. */
function mostFirst(a: BySource, b: BySource): number {
  return b.count - a.count || (a.address < b.address ? -1 : a.address > b.address ? 1 : 0)
}

/** Puts a tally into words: years, ISO times, order. */
export function concludeSummary(
  tally: Tally,
  sources: Map<string, Source>,
  throttling: Throttling,
  options: SummaryOptions,
): LogSummary {
  const year = firstYear(tally, options)
  const zone = options.zone ?? 'UTC'
  const shifts = new Map<number, number>()
  const real = (at: number): number => {
    if (!isYearless(at)) return at
    // By how much a yearless time is off is the same for a whole quarter of an hour: zones change at such.
    const slot = Math.floor(at / QUARTER)
    let shift = shifts.get(slot)
    if (shift === undefined) {
      shift = withYear(at, year ?? 1970, zone) - at
      shifts.set(slot, shift)
    }
    return at + shift
  }
  const iso = (at: number | undefined): string | null => (at === undefined || Number.isNaN(at) ? null : isoOf(real(at)))
  const failed: SourceActivity[] = []
  const accepted: SourceActivity[] = []
  const inAfter: NonNullable<LogSummary['acceptedAfterFailing']> = []
  const tried = new Set<string>()
  let [failures, logins] = [0, 0]
  for (const [address, s] of sources) {
    if (s.failed > 0) {
      failures += s.failed
      const users = s.tried instanceof Set ? [...s.tried] : (s.tried as string[])
      for (const user of users) tried.add(user)
      failed.push({ address, count: s.failed, users, first: iso(s.failedFirst), last: iso(s.failedLast) })
    }
    if (s.accepted === 0) continue
    logins += s.accepted
    accepted.push({
      address,
      count: s.accepted,
      users: s.entered instanceof Set ? [...s.entered] : (s.entered as string[]),
      first: iso(s.acceptedFirst),
      last: iso(s.acceptedLast),
    })
    if (Math.max(s.before, s.best) <= 0) continue
    inAfter.push(
      s.before >= s.best
        ? { address, user: s.firstUser, at: iso(s.firstAt), failures: s.before }
        : { address, user: s.bestUser, at: iso(s.bestAt), failures: s.best },
    )
  }
  const releases = generationsProven(tally.generations)
  const writesAll = releases.includes('9.8–9.9') && !releases.includes('≥10.0')
  const episodes = throttling.episodes()
  const dropless = !tally.kinds.has('drop') && !tally.kinds.has('drop-per-source')
  const kinds: LogSummary['kinds'] = {}
  for (const [kind, count] of [...tally.kinds].sort(([a], [b]) => (a < b ? -1 : 1))) kinds[kind] = count
  return {
    lines: tally.lines,
    recognised: tally.recognised,
    first: iso(tally.firstAt),
    last: iso(tally.lastAt),
    failures: { total: failures, byAddress: failed.sort(mostFirst) },
    accepted: { total: logins, byAddress: accepted.sort(mostFirst) },
    drops: {
      total: episodes.reduce((sum, { dropped }) => sum + dropped, 0),
      exact:
        episodes.every(({ exact }) => exact) && !throttling.limited() && !(dropless && logsNoDrops(tally.generations)),
      byAddress: bySource(tally.drops),
    },
    penalties: {
      total: tally.penaltyTotal,
      exact: tally.penaltyExact && (tally.penaltyTotal < PENALTIES_LIMITED || writesAll),
      byAddress: bySource(tally.penalties),
      imposed: tally.imposed,
    },
    perSource: { total: tally.perSourceTotal, byAddress: bySource(tally.perSource) },
    episodes: episodes.map(({ start, end, dropped, exact, peak }) => ({
      start: iso(start),
      end: iso(end),
      dropped,
      exact,
      peak,
    })),
    releases,
    acceptedAfterFailing: inAfter.sort((a, b) => b.failures - a.failures || (a.address < b.address ? -1 : 1)),
    timeline: [...tally.minutes]
      .filter(([, counts]) => counts.some((n) => n !== 0))
      .map(([at, [f, a, d]]) => ({ at: real(at), failures: f, accepted: a, drops: d }))
      .sort((a, b) => a.at - b.at)
      .map((minute) => ({ ...minute, at: isoOf(minute.at) })),
    usersTried: tried.size,
    time: {
      year,
      zone,
      rollovers: isYearless(tally.lastAt) ? Math.max(0, ownYear(tally.lastAt)) : rolled(tally),
    },
    kinds,
  }
}

function rolled(tally: Tally): number {
  return isYearless(tally.anchored) ? Math.max(0, ownYear(tally.anchored)) : 0
}

const TWO = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, '0'))
/** The day that was spelled last: times come in heaps, and Date spells each anew, which took a tenth of the reading of 10 million lines. */
let [day, spelledDay] = [NaN, '']

function isoOf(at: number): string {
  if (!(Math.abs(at) <= 8.64e15)) return ''
  const time = Math.trunc(at)
  const days = Math.floor(time / DAY)
  if (days !== day) {
    day = days
    spelledDay = new Date(days * DAY).toISOString().slice(0, -'00:00:00.000Z'.length)
  }
  const seconds = Math.floor((time - days * DAY) / 1000)
  const millis = String(time - days * DAY - seconds * 1000).padStart(3, '0')
  const minutes = Math.floor(seconds / 60)
  return `${spelledDay}${TWO[Math.floor(minutes / 60)]}:${TWO[minutes % 60]}:${TWO[seconds % 60]}.${millis}Z`
}
