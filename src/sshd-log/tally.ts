import { isYearless } from './clock.ts'
import { tallyComplaint } from './complaints.ts'
import type { Complaints } from './complaints.ts'
import { generationsOf } from './generations.ts'
import { tallyPam } from './pam-failures.ts'
import type { PamFailures } from './pam-failures.ts'
import type { LineKind, LogLine } from './types.ts'

const MINUTE = 60_000

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
  complaints: Complaints
  pam: PamFailures
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
    complaints: new Map(),
    pam: new Map(),
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

/** What it adds by its words; `message` is the line without its header. */
export function tallyWords({ complaints, pam, kinds }: Tally, line: LogLine, message: string): void {
  tallyComplaint(complaints, line, message)
  if (!kinds.has('failed')) tallyPam(pam, line, message)
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
