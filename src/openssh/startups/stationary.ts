import { dropChance } from '../max-startups.ts'
import type { MaxStartups } from '../max-startups.ts'

/** How a listener under a steady load looks on average. */
export interface Stationary {
  /** The chance, 0 to 1, that any one connection is dropped: yours and a stranger's alike (PASTA). */
  dropChance: number
  /** How many connections have not logged in, on average. */
  meanPending: number
  /** Straight after a drop, before anything has changed: the chance to be dropped again. At least `dropChance`. */
  dropAgainAtOnce: number
  /** The counts that occur, lowest first, with their shares; what is rarer than 1e-300 of the commonest is left out. */
  states: { first: number; shares: Float64Array }
}

/** Below this share of the commonest state nothing can be told from zero in a double. */
const NOTHING = 1e-300

/** The count at which no connection is let in any more: `full`, or `start` where rate is 100. */
export const ceiling = ({ start, rate, full }: MaxStartups): number => (rate === 100 ? Math.min(start, full) : full)

/**
 * The stationary state of MaxStartups as a birth–death chain (openssh.md 8): arrivals are Poisson, one that finds n
 * startups is dropped with the chance of should_drop_connection, and those let in hold their slot for a time of any
 * distribution. `pending` is ρ: arrivals per second times the mean hold in seconds, dropped ones included; Infinity where
 * slots are held for ever.
 *
 * The weights w(n) = w(n−1)·ρ·(1−d(n−1))/n have one peak, because that ratio falls with n. It is found first and the
 * sum goes outwards from there, so that nothing over- or underflows and a full of two thousand million costs no more than
 * the states that occur.
 */
export function stationary(setting: MaxStartups, pending: number): Stationary {
  if (!(pending >= 0)) throw new RangeError(`a load cannot be ${pending}`)
  const most = ceiling(setting)
  if (pending === Infinity)
    return { dropChance: 1, meanPending: most, dropAgainAtOnce: 1, states: { first: most, shares: Float64Array.of(1) } }
  const ratio = (n: number) => (pending * (1 - dropChance(n - 1, setting))) / n
  const peak = lastRising(ratio, most)
  const below: number[] = []
  for (let n = peak, w = 1; n > 0; n--) {
    w /= ratio(n)
    if (!(w > NOTHING)) break
    below.push(w)
  }
  const above: number[] = []
  for (let n = peak + 1, w = 1; n <= most; n++) {
    w *= ratio(n)
    if (!(w > NOTHING)) break
    above.push(w)
  }
  const shares = Float64Array.from([...below.reverse(), 1, ...above])
  const first = peak - below.length
  return { ...moments(shares, first, setting), states: { first, shares } }
}

/** Smallest shares are added first, lest the large ones swallow them. */
function moments(shares: Float64Array, first: number, setting: MaxStartups): Omit<Stationary, 'states'> {
  const order = [...shares.keys()].sort((a, b) => shares[a]! - shares[b]!)
  let sum = 0
  for (const i of order) sum += shares[i]!
  let drop = 0
  let twice = 0
  let mean = 0
  for (const i of order) {
    const share = shares[i]! / sum
    const chance = dropChance(first + i, setting)
    drop += share * chance
    twice += share * chance * chance
    mean += share * (first + i)
  }
  for (const i of order) shares[i]! /= sum
  const dropChance_ = Math.min(1, drop)
  return {
    dropChance: dropChance_,
    meanPending: mean,
    // Where nobody is ever dropped there is no "after a drop"; whoever was, met the rarest state.
    dropAgainAtOnce: drop > 0 ? Math.min(1, Math.max(dropChance_, twice / drop)) : 0,
  }
}

/** The largest n up to `most` whose weight is no less than that of n − 1. */
function lastRising(ratio: (n: number) => number, most: number): number {
  let low = 0
  let high = most
  while (low < high) {
    const middle = low + Math.ceil((high - low) / 2)
    if (ratio(middle) >= 1) low = middle
    else high = middle - 1
  }
  return low
}

/** The drop chance alone. */
export const meanDropChance = (setting: MaxStartups, pending: number): number => stationary(setting, pending).dropChance

/**
 * The load ρ under which so large a share is dropped: `meanDropChance` read backwards, which never falls with the load.
 * 0 for a share of 0, Infinity for 1.
 */
export function loadForDropChance(setting: MaxStartups, share: number): number {
  return invert((pending) => meanDropChance(setting, pending), share)
}

/** Where a function of the load that never falls reaches `goal`; Infinity where it does not below 1e9. */
export function invert(rising: (pending: number) => number, goal: number): number {
  if (!(goal > 0)) return 0
  let high = 1
  while (rising(high) < goal) {
    high *= 2
    if (high > 1e9) return Infinity
  }
  let low = 0
  for (let step = 0; step < 60 && high - low > 1e-9 * high; step++) {
    const middle = (low + high) / 2
    if (rising(middle) < goal) low = middle
    else high = middle
  }
  return high
}
