import { remember, type Pending } from '../../sshd-log/attempts.ts'
import { isYearless, laterByYears, yearStep } from '../../sshd-log/clock.ts'
import { appendComplaints } from '../../sshd-log/complaints.ts'
import { appendPam } from '../../sshd-log/pam-failures.ts'
import { inMinute, type Tally } from '../../sshd-log/tally.ts'
import type { LogLine } from '../../sshd-log/types.ts'

/** What one stretch of a log came to, but for its sources; plain data, so that a worker can hand it over. */
export interface Counts {
  tally: Tally
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

export interface Part extends Counts {
  /** The engine's heap, from its begin; and where its first source was in the memory. */
  heap: ArrayBuffer
  firstSource: number
  /** The last line, for a `last message repeated` behind it: its bytes, and what it said if the recogniser read it. */
  last: { bytes?: Uint8Array; cold: boolean; said?: LogLine; message?: string | undefined }
}

/** By how many years the yearless lines of `later` stand later than if it were alone. */
export function yearsBetween(first: Counts, later: Counts): number {
  if (first.month < 0 || later.firstMonth < 0) return 0
  return first.years + yearStep(first.month, later.firstMonth)
}

/** Puts `later` behind `first`, both of one log. `years`: yearsBetween them. */
export function appendCounts(first: Counts, later: Counts, years: number): void {
  appendTally(first.tally, later.tally, years)
  for (const line of later.throttling)
    first.throttling.push(line.at === undefined ? line : { ...line, at: laterByYears(line.at, years) })
  first.pending.named ||= later.pending.named
  for (const told of [later.pending.old, later.pending.young])
    for (const [connection, n] of told) remember(first.pending, connection, n)
  if (later.month < 0) return
  first.years = years + later.years
  first.month = later.month
  if (first.firstMonth < 0) first.firstMonth = later.firstMonth
}

function appendTally(a: Tally, b: Tally, years: number): void {
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
  appendComplaints(a.complaints, b.complaints, (at) => laterByYears(at, years))
  appendPam(a.pam, b.pam, years)
  for (const set of b.generations) a.generations.add(set)
  for (const [minute, [failed, accepted, dropped]] of b.minutes) {
    const at = laterByYears(minute, years)
    inMinute(a, at, 0, failed)
    inMinute(a, at, 1, accepted)
    inMinute(a, at, 2, dropped)
  }
  if (Number.isNaN(a.anchor)) {
    const here = isYearless(a.lastAt) && b.firstAt >= 0
    a.anchor = here ? b.firstAt : b.anchor
    a.anchored = here ? a.lastAt : laterByYears(b.anchored, years)
  }
  if (Number.isNaN(a.firstAt)) a.firstAt = laterByYears(b.firstAt, years)
  if (!Number.isNaN(b.lastAt)) a.lastAt = laterByYears(b.lastAt, years)
}
