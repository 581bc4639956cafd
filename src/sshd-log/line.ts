import { lastYear, newRealTime, newYearClock, isYearless, zoneOffset, type YearClock } from './clock.ts'
import { headerAgain, lastHeader, type LastHeader } from './header-again.ts'
import { readHeader, type Header } from './header.ts'
import { readExportLine, readJournalJson, startsExport, type ExportEntry } from './journal.ts'
import { DEFAULT_BEGIN, recogniseMessage } from './message.ts'
import { isDropbears } from './message-dropbear.ts'
import type { Message } from './message-reader.ts'
import type { LineKind, LogLine } from './types.ts'

/** Longer lines are no message of sshd's, which cuts them at about 1000 bytes (log.c MSGBUFSIZ). In characters, NULs in front not counted. */
export const LONGEST_LINE = 65_536

/** What is carried from line to line. */
export interface ReadState {
  /** Lines read so far. */
  line: number
  clock: YearClock
  /** Year of the first line without one; without it times stay in years of our own, below zero (clock.ts). */
  year?: number
  /** Where `year` is not known: the first such line was written just before this, milliseconds since the epoch. */
  now?: () => number
  /** Made of `year` and `zone` when first needed. */
  real?: (at: number) => number
  zone: string
  /** First number of MaxStartups, for drops below it. */
  begin: number
  /** The line before, for `last message repeated`. */
  before?: LogLine
  /** Its words, without header and repetition. */
  message?: string
  /** The header before, if it can be known again, and the one before that: two hosts or two programs often write in turn. */
  last?: LastHeader
  older?: LastHeader
  /** The entry of the journal's export format that is being read. */
  entry?: ExportEntry
}

/** `year`: of the first yearless line. `zone`: of yearless times; `UTC`, `+02:00` or a name of the zone database. */
export function newReadState(
  options: { year?: number; now?: () => number; zone?: string; begin?: number } = {},
): ReadState {
  const state: ReadState = {
    line: 0,
    clock: newYearClock(),
    zone: options.zone ?? 'UTC',
    begin: options.begin ?? DEFAULT_BEGIN,
  }
  if (options.year !== undefined) state.year = options.year
  if (options.now !== undefined) state.now = options.now
  return state
}

const REPEATED = /^message repeated (\d{1,9}) times: \[ ?(.*?) ?\]?$/
const [LETTER_L, LETTER_M] = [0x6c, 0x6d]
const LAST_REPEATED = /^(?:--- )?last message repeated (\d{1,9}) times?(?: ---)?$/
/** Kinds a line without tag is believed to be; its text may be another program's, so the words must be sshd's alone. */
const UNTAGGED_NOT: ReadonlySet<LineKind> = new Set(['other', 'config-error', 'fork-failed', 'accept-failed'])

/** How a line begins that has a header. */
const BEGINS = /^(?:<\d{1,3}>)?(?:[A-Z][a-z]{2} [ \d]\d |\d{4}-\d\d-\d\d[T ])/

/** Reads one line of a log, without its newline. Undefined: not a line of sshd's. */
export function recogniseLine(text: string, state: ReadState): LogLine | undefined {
  state.line++
  const said = readLine(text, state)
  if (said) state.before = said
  else delete state.before
  return said
}

function readLine(text: string, state: ReadState): LogLine | undefined {
  const to = text.endsWith('\r') ? text.length - 1 : text.length
  // A crash leaves a line cut short, NULs, and the next boot's first line behind them.
  let from = text.lastIndexOf('\0', to) + 1
  if (from > 0 && !BEGINS.test(text.slice(from, from + 20))) for (from = 0; text.charCodeAt(from) === 0;) from++
  if (to - from > LONGEST_LINE) return undefined
  let line = from === 0 && to === text.length ? text : text.slice(from, to)
  if (line.charCodeAt(0) === 0xfeff) line = line.slice(1)
  const header = headerOf(line, state)
  if (!header) return undefined
  return toLine(header, state)
}

function headerOf(line: string, state: ReadState): Header | undefined {
  if (state.entry) return readExportLine(state.entry, line)
  const again =
    (state.last && headerAgain(line, state.last, state.clock)) ??
    (state.older && headerAgain(line, state.older, state.clock))
  if (again) return again
  if (startsExport(line)) {
    state.entry = { fields: new Map() }
    return readExportLine(state.entry, line)
  }
  // `journalctl -o json-seq` and `-o json-sse` put a mark in front.
  const json = line.charCodeAt(0) === 0x1e ? 1 : line.startsWith('data: {') ? 6 : 0
  if (line.charCodeAt(json) === 0x7b) return readJournalJson(line.slice(json))
  // A foreign line must not move the years: the clock is given back.
  const { years, month } = state.clock
  const header = readHeader(line, state.clock)
  if (header?.tag !== undefined) {
    const last = lastHeader(line, header, state.clock)
    if (last) {
      if (state.last) state.older = state.last
      state.last = last
    }
    return header
  }
  if (header && LAST_REPEATED.test(header.message.trim())) return header
  const said = header && recogniseMessage(header.message, state.begin)
  if (header && said && !UNTAGGED_NOT.has(said.kind) && !isDropbears(header.message)) return header
  state.clock.years = years
  state.clock.month = month
  return undefined
}

function toLine(header: Header, state: ReadState): LogLine | undefined {
  // Most messages begin as neither does: to see that is cheaper than to try.
  const first = header.message.charCodeAt(0) | 0x20
  const perhaps = first < 0x61 || first > 0x7a || first === LETTER_L || first === LETTER_M
  const again = perhaps ? LAST_REPEATED.exec(header.message.trim()) : null
  if (again) {
    // In a log of many hosts the line before may be another's.
    if (!state.before || (header.host ?? state.before.host) !== state.before.host) return undefined
    const line: LogLine = { ...state.before, line: state.line, count: Number(again[1]) * firstCount(state.before) }
    return placed(line, header, state)
  }
  const repeated = header.tag === undefined || !perhaps ? null : REPEATED.exec(header.message.trim())
  state.message = repeated ? repeated[2]! : header.message
  const said: Message = recogniseMessage(state.message, state.begin)
  const line: LogLine = { line: state.line, ...said }
  if (repeated) line.count = (said.count ?? 1) * Number(repeated[1])
  if (line.kind === 'drops-suppressed' || line.kind === 'penalty-drops-suppressed') line.exact = false
  if (header.tag !== undefined) line.tag = header.tag
  if (header.pid !== undefined) line.pid = header.pid
  if (header.host !== undefined) line.host = header.host
  return placed(line, header, state)
}

/** How many events the line stands for by its own words, not by repetition. */
function firstCount(line: LogLine): number {
  return line.kind === 'throttling-ends' || line.kind === 'drops-suppressed' ? (line.count ?? 1) : 1
}

function placed(line: LogLine, header: Header, state: ReadState): LogLine {
  if (header.at === undefined) return line
  const { at } = header
  if (isYearless(at) && state.now) state.year ??= lastYear(at, state.now(), state.zone)
  if (isYearless(at)) {
    if (state.year !== undefined) state.real ??= newRealTime(state.year, state.zone)
    line.at = state.real ? state.real(at) : at
  } else line.at = header.local ? at - zoneOffset(state.zone, at) * 60_000 : at
  return line
}
