import { connectionOf, remember, settle, type Pending } from '../../sshd-log/attempts.ts'
import { isYearless, laterByYears, yearStep } from '../../sshd-log/clock.ts'
import { appendSource, newSource, NOBODY, type Names, type Source } from '../../sshd-log/sources.ts'
import { inMinute, type Tally } from '../../sshd-log/summary.ts'
import type { LogLine } from '../../sshd-log/types.ts'
import { LISTED, NAME, SOURCE } from './engine-memory.ts'

/** What one stretch of a log came to; plain data, so that a worker can hand it over. */
export interface Part {
  tally: Tally
  /** The engine's memory up to the end of its heap, until `readSources` has read it; and where its first source is. */
  memory: ArrayBuffer
  firstSource: number
  /** How many different names there are. */
  names: number
  heap: number
  /** Lines about throttling, in order. */
  throttling: LogLine[]
  /** Attempts that were told once and may be told again, and such whose first telling is not in this part. */
  pending: Pending
  orphans: LogLine[]
  /** Of yearless lines: years passed, month of the last and of the first; −1. */
  years: number
  month: number
  firstMonth: number
}

/** Adds a part's sources to those of the parts before it. `years`: by how many its yearless times are later than it knew. */
export function readSources(part: Part, into: Map<string, Source>, years: number): void {
  const view = new DataView(part.memory)
  const bytes = Buffer.from(part.memory)
  const u32 = (at: number): number => view.getUint32(at, true)
  const f64 = (at: number): number => view.getFloat64(at, true)
  const time = (at: number): number => laterByYears(f64(at), years)
  /** By number: one string for all sources. */
  const known: (string | undefined)[] = Array.from({ length: part.names })
  /** Whether some name is no UTF-8: different bytes may be the same text then. */
  let broken = false
  const name = (at: number): string => {
    if (at === 0) return ''
    const number = u32(at + NAME.number)
    const same = known[number]
    if (same !== undefined) return same
    const text = bytes.toString('utf8', at + NAME.bytes, at + NAME.bytes + u32(at + NAME.length))
    broken ||= text.includes('\uFFFD')
    return (known[number] = text)
  }
  const names = (first: number): Names => {
    if (first === 0) return NOBODY
    const list: string[] = []
    for (let at = first; at !== 0; at = u32(at + LISTED.next)) list.push(name(u32(at + LISTED.name)))
    return broken ? [...new Set(list)] : list
  }
  for (let at = part.firstSource; at !== 0; at = u32(at + SOURCE.next)) {
    const address = bytes.toString('latin1', at + SOURCE.address, at + SOURCE.address + u32(at + SOURCE.length))
    const source = newSource()
    source.tried = names(u32(at + SOURCE.tried))
    source.entered = names(u32(at + SOURCE.entered))
    source.failed = f64(at + SOURCE.failed)
    source.failedFirst = time(at + SOURCE.failedFirst)
    source.failedLast = time(at + SOURCE.failedLast)
    source.accepted = f64(at + SOURCE.accepted)
    source.acceptedFirst = time(at + SOURCE.acceptedFirst)
    source.acceptedLast = time(at + SOURCE.acceptedLast)
    source.before = f64(at + SOURCE.before)
    source.run = f64(at + SOURCE.run)
    source.firstAt = time(at + SOURCE.firstAt)
    source.firstUser = name(u32(at + SOURCE.firstUser))
    source.best = f64(at + SOURCE.best)
    source.bestAt = time(at + SOURCE.bestAt)
    source.bestUser = name(u32(at + SOURCE.bestUser))
    const before = into.get(address)
    if (before) appendSource(before, source)
    else into.set(address, source)
  }
  // Nobody reads it again, and of a large log it is tens of megabytes while the summary is written.
  part.memory = new ArrayBuffer(0)
}

/** By how many years the yearless lines of `later` stand later than if it were alone. */
function yearsBetween(first: Part, later: Part): number {
  if (first.month < 0 || later.firstMonth < 0) return 0
  return first.years + yearStep(first.month, later.firstMonth)
}

/** Puts `later` behind `first`, both of one log; `sources` are those of `first` already. */
export function appendPart(first: Part, later: Part, sources: Map<string, Source>): void {
  const years = yearsBetween(first, later)
  readSources(later, sources, years)
  const [a, b] = [first.tally, later.tally]
  for (const orphan of later.orphans) {
    const times = orphan.count ?? 1
    const twice = times - settle(first.pending, connectionOf(orphan), times)
    const source = sources.get(orphan.address ?? 'UNKNOWN')
    if (twice === 0 || !source) continue
    source.failed -= twice
    // If a login has ended the run of failures since, that run stays one too long: it is a bound for a reader, not a total.
    source.run = Math.max(0, source.run - twice)
    inMinute(b, orphan.at ?? NaN, 0, -twice)
  }
  a.lines += b.lines
  a.recognised += b.recognised
  for (const name of ['kinds', 'drops', 'perSource', 'penalties'] as const) {
    const to = a[name] as Map<string, number>
    for (const [key, n] of b[name] as Map<string, number>) to.set(key, (to.get(key) ?? 0) + n)
  }
  a.perSourceTotal += b.perSourceTotal
  a.penaltyTotal += b.penaltyTotal
  a.penaltyExact &&= b.penaltyExact
  a.imposed += b.imposed
  for (const set of b.generations) a.generations.add(set)
  for (const [minute, [failed, accepted, dropped]] of b.minutes) {
    const at = laterByYears(minute, years)
    inMinute(a, at, 0, failed)
    inMinute(a, at, 1, accepted)
    inMinute(a, at, 2, dropped)
  }
  if (Number.isNaN(a.anchor)) {
    if (isYearless(a.lastAt) && b.firstAt >= 0) {
      a.anchor = b.firstAt
      a.anchored = a.lastAt
    } else {
      a.anchor = b.anchor
      a.anchored = laterByYears(b.anchored, years)
    }
  }
  if (Number.isNaN(a.firstAt)) a.firstAt = laterByYears(b.firstAt, years)
  if (!Number.isNaN(b.lastAt)) a.lastAt = laterByYears(b.lastAt, years)
  for (const line of later.throttling)
    first.throttling.push(line.at === undefined ? line : { ...line, at: laterByYears(line.at, years) })
  first.pending.named ||= later.pending.named
  for (const told of [later.pending.old, later.pending.young])
    for (const [connection, n] of told) remember(first.pending, connection, n)
  if (later.month >= 0) {
    first.years = years + later.years
    first.month = later.month
    if (first.firstMonth < 0) first.firstMonth = later.firstMonth
  }
}
