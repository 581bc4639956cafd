import { isYearless, ownYear, withYear } from './clock.ts'
import type { SummaryOptions } from './summary-options.ts'
import type { Tally } from './tally.ts'

const DAY = 86_400_000
const QUARTER = 900_000

/** Year of the first yearless line; null where all lines have one. */
export function firstYear(tally: Tally, options: SummaryOptions): number | null {
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

/** How often the year changed in the yearless part of a log. */
export function rollovers(tally: Tally): number {
  const last = isYearless(tally.lastAt) ? tally.lastAt : tally.anchored
  return isYearless(last) ? Math.max(0, ownYear(last)) : 0
}

/** Real times of those that lines have, once the year of the first yearless line is known. */
export function realTimes(year: number, zone: string): (at: number) => number {
  // By how much a yearless time is off is the same for a whole quarter of an hour: zones change at such.
  const shifts = new Map<number, number>()
  return (at) => {
    if (!isYearless(at)) return at
    const slot = Math.floor(at / QUARTER)
    let shift = shifts.get(slot)
    if (shift === undefined) {
      shift = withYear(at, year, zone) - at
      shifts.set(slot, shift)
    }
    return at + shift
  }
}
