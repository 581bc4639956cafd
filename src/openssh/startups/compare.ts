import { dropChance } from '../max-startups.ts'
import type { MaxStartups } from '../max-startups.ts'
import { ceiling, meanDropChance } from './stationary.ts'

/** Beyond this two chances are told apart: a hundredth of a per cent. */
const TELLABLE = 1e-4

/**
 * True where `candidate` drops no likelier than `present` however many are pending. Such a setting is no worse under any
 * load at all: with the same arrivals it only lets more in, and D = 1 − E[N]/ρ falls as more are in.
 */
export function neverWorse(candidate: MaxStartups, present: MaxStartups): boolean {
  if (ceiling(candidate) < ceiling(present)) return false
  const most = Math.max(candidate.full, present.full)
  if (most <= 5000) return all(most, (n) => dropChance(n, candidate) <= dropChance(n, present))
  // Both curves are straight between their ends but for truncation to whole per cents, so the ends and the middles tell.
  const ends = [0, candidate.start, present.start, candidate.full, present.full].flatMap((n) => [n - 1, n, n + 1])
  const between = Array.from({ length: 4001 }, (_, i) => Math.round((i / 4000) * most))
  return [...ends, ...between].every((n) => n < 0 || dropChance(n, candidate) <= dropChance(n, present))
}

function all(most: number, holds: (n: number) => boolean): boolean {
  for (let n = 0; n <= most; n++) if (!holds(n)) return false
  return true
}

/** How one setting fares against another over all loads. */
export interface Comparison {
  /** `never` a higher drop chance, `everywhere` one at least as high, or `from` a certain load on; `mixed`: now so, now so. */
  worse: 'never' | 'everywhere' | 'from' | 'mixed'
  /** The loads ρ at which the drop chance is the higher one; `to` null: from there on. */
  ranges: { from: number; to: number | null }[]
}

/** Where `candidate` drops more than `present`, over loads ρ up to fifty times the larger full. */
export function compare(candidate: MaxStartups, present: MaxStartups): Comparison {
  if (neverWorse(candidate, present)) return { worse: 'never', ranges: [] }
  if (neverWorse(present, candidate)) return { worse: 'everywhere', ranges: [{ from: 0, to: null }] }
  const worseBy = (load: number) => meanDropChance(candidate, load) - meanDropChance(present, load)
  const last = 50 * Math.min(1e5, Math.max(candidate.full, present.full))
  const ranges: Comparison['ranges'] = []
  let open: number | undefined
  let before = 0
  for (let load = 0.25; load <= last; load *= 1.08) {
    const worse = worseBy(load) > (open === undefined ? TELLABLE : 0)
    if (worse && open === undefined) open = crossing((x) => worseBy(x) > 0, before, load)
    else if (!worse && open !== undefined && worseBy(load) < -TELLABLE) {
      ranges.push({ from: open, to: crossing((x) => worseBy(x) <= 0, before, load) })
      open = undefined
    }
    before = load
  }
  if (open !== undefined) ranges.push({ from: open, to: null })
  if (ranges.length === 0) return { worse: 'never', ranges }
  return { worse: ranges.length === 1 && ranges[0]!.to === null ? 'from' : 'mixed', ranges }
}

/** Where `holds` begins between two loads, of which it holds at the second. */
function crossing(holds: (load: number) => boolean, low: number, high: number): number {
  for (let step = 0; step < 40 && high - low > 1e-4; step++) {
    const middle = (low + high) / 2
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}
