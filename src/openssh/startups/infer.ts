import { pendingFromDrops, wilson } from '../max-startups.ts'
import type { MaxStartups } from '../max-startups.ts'
import { invert, loadForDropChance, meanDropChance } from './stationary.ts'

/** A number read from a measurement, with the ends of its 95 % interval; `high` may be Infinity. */
export interface Estimate {
  likeliest: number
  low: number
  high: number
}

/** What a measured share of drops says. */
export interface FromShare {
  dropped: number
  tries: number
  /** The share dropped, with Wilson's interval. */
  share: Estimate
  /** Connections pending while it was measured, if the tries came close together: the drop curve read backwards. */
  pending: Estimate
  /** The load ρ, if the tries were spread over a time: the stationary drop chance read backwards. */
  load: Estimate
}

/** @throws RangeError where `dropped` of `tries` cannot be */
export function fromShare(setting: MaxStartups, dropped: number, tries: number): FromShare {
  const pending = pendingFromDrops(dropped, tries, setting)
  if (pending === null) throw new RangeError(`${dropped} of ${tries} is not a share`)
  const { low, high } = wilson(dropped, tries)
  const load = (share: number) => (share >= 1 ? Infinity : loadForDropChance(setting, share))
  return {
    dropped,
    tries,
    share: { likeliest: dropped / tries, low, high },
    pending,
    load: { likeliest: load(dropped / tries), low: load(low), high: load(high) },
  }
}

/**
 * The load ρ under which `dropsPerSecond` are dropped while slots are held `held` seconds: λ·D(λT) grows with λ, so one λ
 * fits. Infinity where none does.
 */
export function loadForDropRate(setting: MaxStartups, dropsPerSecond: number, held: number): number {
  return invert((pending) => pending * meanDropChance(setting, pending), dropsPerSecond * held)
}

/** What a log of sshd's says about the load on MaxStartups. Rates per second; null where it does not say. */
export interface FromLog {
  episodes: number
  /** Dropped within the episodes; `exact` false: at least so many (openssh.md 1.3). */
  dropped: number
  exact: boolean
  /** Seconds the episodes lasted together. */
  seconds: number
  dropsPerSecond: number | null
  /** The most connections a line of the log saw pending. */
  peak: number | null
  /** Failed logins per second over the whole log: no more than a floor of the strangers' rate, silent ones leave no line. */
  failuresPerSecond: number | null
  /** Addresses that were dropped or failed. */
  sources: number
  /** The log cannot show drops at all: sshd before 8.4 writes them at VERBOSE only. */
  blind: boolean
}
