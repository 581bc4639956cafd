/**
 * The times of log lines. A classic syslog header has no year, and which it was is known only at the end of the log; until then its
 * times are kept in years of our own (one leap year, 2000 + 4 n, for each), below zero so that they are told apart from real ones.
 */
/** A whole number of quarters of an hour, so that minutes stay minutes and zones change between quarters. */
export const BELOW = -99_999_900_000_000
const LEAP_STEP = 4
const FIRST_YEAR = 2000

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** What is remembered from line to line to give yearless times their order. */
export interface YearClock {
  /** Years passed since the first yearless line; −1 after a clock that jumped back over New Year. */
  years: number
  /** Month of the yearless line before, 0 to 11; −1 before the first. */
  month: number
}

export const newYearClock = (): YearClock => ({ years: 0, month: -1 })

/** 0 to 11; −1 for no month. */
export const monthOf = (name: string): number => MONTHS.indexOf(name)

/**
 * The time of a yearless header, in years of our own. From month to month the shorter way is taken: December to January is a new year, January
 * to December a clock set back, March to February no more than a clock corrected.
 */
export function yearless(
  clock: YearClock,
  month: number,
  day: number,
  hour: number,
  minute: number,
  s: number,
): number {
  if (clock.month !== month) {
    if (clock.month >= 0) clock.years += yearStep(clock.month, month)
    clock.month = month
  }
  return BELOW + Date.UTC(FIRST_YEAR + LEAP_STEP * clock.years, month, day, hour, minute, s)
}

/** By how many years (−1, 0, 1) a line of month `to` is later than the line of month `from` before it. */
export function yearStep(from: number, to: number): number {
  const months = to - from
  return months <= -6 ? 1 : months > 6 ? -1 : 0
}

export const isYearless = (at: number): boolean => at < 0

/** Moves a yearless time by whole years: a part of a log that was read on its own takes its place in the whole. */
export function laterByYears(at: number, years: number): number {
  if (years === 0 || !isYearless(at)) return at
  const d = new Date(at - BELOW)
  return BELOW + d.setUTCFullYear(d.getUTCFullYear() + LEAP_STEP * years)
}

/** Which of our own years a yearless time is in; 0 is that of the first line. */
export const ownYear = (at: number): number => (new Date(at - BELOW).getUTCFullYear() - FIRST_YEAR) / LEAP_STEP

/** The real time of a yearless one; `first` is the year of the first line. The 29th of February of no leap year is the 1st of March. */
export function withYear(at: number, first: number, zone: string): number {
  const d = new Date(at - BELOW)
  const year = first + (d.getUTCFullYear() - FIRST_YEAR) / LEAP_STEP
  const local = Date.UTC(
    year,
    d.getUTCMonth(),
    d.getUTCDate(),
    d.getUTCHours(),
    d.getUTCMinutes(),
    d.getUTCSeconds(),
    d.getUTCMilliseconds(),
  )
  return local - zoneOffset(zone, local) * 60_000
}

/** Of the first yearless time of a log: the latest year in which it is not after `notAfter`, by a day. */
export function lastYear(at: number, notAfter: number, zone: string): number {
  const limit = notAfter + DAY
  const year = new Date(limit).getUTCFullYear()
  return withYear(at, year, zone) <= limit ? year : year - 1
}

const DAY = 86_400_000

/** The same in a row: by how much a yearless time is off is one number for a quarter of an hour, at which zones change. */
export function newRealTime(first: number, zone: string): (at: number) => number {
  let [slot, shift] = [NaN, 0]
  return (at) => {
    const now = Math.floor(at / QUARTER)
    if (now !== slot) {
      slot = now
      shift = withYear(at, first, zone) - at
    }
    return at + shift
  }
}

const QUARTER = 900_000

const formats = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, number>()

/** Minutes east of Greenwich of a wall-clock time: `UTC`, `+02:00` or a name of the zone database. */
export function zoneOffset(zone: string, local: number): number {
  if (zone === 'UTC' || zone === 'Z') return 0
  const m = /^([+-])(\d\d):?(\d\d)$/.exec(zone)
  if (m) return (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3]))
  // Rules change on quarters of an hour at most.
  const slot = Math.floor(local / 900_000)
  const key = `${zone} ${slot}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    formats.set(zone, format)
  }
  const at = (utc: number): number => {
    const name = format.formatToParts(utc).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
    const offset = /([+-])(\d\d):(\d\d)/.exec(name)
    return offset ? (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])) : 0
  }
  const guess = at(slot * 900_000)
  const offset = at(slot * 900_000 - guess * 60_000)
  if (offsets.size > 10_000) offsets.clear()
  offsets.set(key, offset)
  return offset
}
