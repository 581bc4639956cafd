import type { YearClock } from './clock.ts'
import type { Header } from './header.ts'

/**
 * The header before, for the lines that differ from it in seconds and pid only, which is most of a log: a tenth of the work of reading one anew.
 */
export interface LastHeader {
  /** Up to the seconds: `Oct  1 00:00:`, `2025-10-01T00:00:`. */
  minute: string
  /** Behind seconds and fraction: zone, host, tag and `[`. */
  behind: string
  /** At second 0. */
  at: number
  local: boolean
  /** A classic header's fraction is not read (header.ts): it must have none. */
  classic: boolean
  host: string
  tag: string
  /** Where the clock stood, for times without a year. */
  years: number
  month: number
}

const CLASSIC_MINUTE = /^(?:\w{3} [ \d]\d \d\d:\d\d:)(?=\d\d )/
const RFC3339_MINUTE = /^(?:\d{4}-\d\d-\d\dT\d\d:\d\d:)(?=\d\d)/

/** What to remember of a line that was read; undefined where its like cannot be known again by its front. */
export function lastHeader(line: string, header: Header, clock: YearClock): LastHeader | undefined {
  const { at, host, tag, pid, message } = header
  if (at === undefined || host === undefined || tag === undefined || pid === undefined) return undefined
  const classic = CLASSIC_MINUTE.exec(line)
  const minute = (classic ?? RFC3339_MINUTE.exec(line))?.[0]
  if (minute === undefined) return undefined
  const from = behindSeconds(line, minute.length)
  const tail = `${pid}]: ${message}`
  const to = line.length - tail.length
  if (from < 0 || to <= from || !line.endsWith(tail) || !plainStart(message, 0)) return undefined
  const behind = line.slice(from, to)
  // The tag stands last, and by itself: nothing between it and the pid, or the whole of it is not known.
  if (!behind.endsWith(` ${host} ${tag}[`)) return undefined
  const millis = secondsAt(line, minute.length, from)
  return {
    minute,
    behind,
    at: at - millis,
    local: header.local === true,
    classic: classic !== null,
    host,
    tag,
    years: clock.years,
    month: clock.month,
  }
}

/** The header of a line whose front is that of `last`; undefined where it must be read anew. Leaves the clock as it is. */
export function headerAgain(line: string, last: LastHeader, clock: YearClock): Header | undefined {
  if (!line.startsWith(last.minute) || clock.years !== last.years || clock.month !== last.month) return undefined
  const start = last.minute.length
  const from = behindSeconds(line, start)
  if (from < 0 || (last.classic && from !== start + 2) || !line.startsWith(last.behind, from)) return undefined
  const pidAt = from + last.behind.length
  let p = pidAt
  let pid = 0
  for (let c = line.charCodeAt(p); c >= 0x30 && c <= 0x39; c = line.charCodeAt(++p)) pid = pid * 10 + c - 0x30
  if (p === pidAt || p - pidAt > 10 || !line.startsWith(']: ', p) || !plainStart(line, p + 3)) return undefined
  const header: Header = { tag: last.tag, message: line.slice(p + 3), pid, host: last.host }
  header.at = last.at + secondsAt(line, start, from)
  if (last.local) header.local = true
  return header
}

/** A message that begins with a letter: no more blanks, no message id of Solaris', no time since boot. */
function plainStart(text: string, at: number): boolean {
  const c = text.charCodeAt(at) | 0x20
  return c >= 0x61 && c <= 0x7a && !text.startsWith('kernel:', at)
}

const digit = (line: string, at: number): number => {
  const c = line.charCodeAt(at) - 0x30
  return c >= 0 && c <= 9 ? c : -1
}

/** Behind `SS` and `.123456`; −1 where there are no seconds. */
function behindSeconds(line: string, start: number): number {
  if (digit(line, start) < 0 || digit(line, start + 1) < 0) return -1
  let p = start + 2
  if (line.charCodeAt(p) !== 0x2e) return p
  p++
  while (digit(line, p) >= 0) p++
  return p - start > 3 && p - start < 13 ? p : -1
}

/** Milliseconds of `SS[.fraction]`, which ends at `end`. */
function secondsAt(line: string, start: number, end: number): number {
  let millis = (digit(line, start) * 10 + digit(line, start + 1)) * 1000
  for (let p = start + 3, worth = 100; p < end && worth >= 1; p++, worth /= 10) millis += digit(line, p) * worth
  return millis
}
