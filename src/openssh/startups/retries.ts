import { dropChance } from '../max-startups.ts'
import type { MaxStartups } from '../max-startups.ts'
import { stationary } from './stationary.ts'
import type { Stationary } from './stationary.ts'

/** How somebody who tries again fares. */
export interface Retries {
  /** Seconds between tries. */
  every: number
  /** The chance to be in after 1, 2, … tries; the last one is where 99 % is reached, or the twentieth. */
  inAfter: number[]
  /** The same if each try met another server: D to the power of the tries. */
  inAfterIfIndependent: number[]
  /** Tries until the chance to be in is 95 %; null where twenty do not reach it. */
  triesFor95: number | null
  /** Whether `inAfter` comes from following the chain, or is the independent figure (tries far apart, or too many states). */
  followed: boolean
}

const MOST_TRIES = 20
/** Holds apart from which a try knows nothing of the one before. */
const FORGOTTEN = 12
/** What following the chain may cost: states × steps × tries. */
const MOST_WORK = 2e7

/**
 * Tries `every` seconds apart under a steady load. They are not independent: who was dropped met a full server, and it
 * stays full for about as long as a slot is held. So the chain is followed from try to try, conditioned on having been dropped,
 * with holds exponentially distributed (uniformisation). Under LoginGraceTime holds are all alike and the server
 * forgets sooner (simulated: at 0.8 holds between two tries it drops both no oftener than independent ones), so this is
 * on the careful side; so it is where slow strangers and quick logins are mixed (`Load.met`).
 *
 * @param held seconds whoever is met in a slot holds it on average
 * @param pending ρ; arrivals come at pending / held per second
 */
export function retries(
  setting: MaxStartups,
  { pending, held, every }: { pending: number; held: number; every: number },
): Retries {
  const state = stationary(setting, pending)
  const independent = curve((k) => state.dropChance ** k)
  const dropped = followable(state, pending, held, every)
    ? followed(setting, state, pending / held, held, every)
    : undefined
  const inAfter = dropped === undefined ? independent : curve((k) => dropped[k - 1] ?? 0)
  const enough = inAfter.findIndex((chance) => chance >= 0.95)
  return {
    every,
    inAfter,
    inAfterIfIndependent: inAfter.map((_, i) => 1 - state.dropChance ** (i + 1)),
    triesFor95: enough < 0 ? null : enough + 1,
    followed: dropped !== undefined,
  }
}

/** 1 − f(k) for k tries, until 99 % or the last try. */
function curve(dropped: (k: number) => number): number[] {
  const chances: number[] = []
  for (let k = 1; k <= MOST_TRIES; k++) {
    chances.push(1 - dropped(k))
    if (chances.at(-1)! >= 0.99) break
  }
  return chances
}

function followable({ states, dropChance }: Stationary, pending: number, held: number, every: number): boolean {
  if (dropChance <= 0 || dropChance >= 1 || !Number.isFinite(held) || held <= 0 || every > FORGOTTEN * held)
    return false
  const steps = 2 * (pending + states.shares.length) * (every / held) + 50
  return states.shares.length * steps * MOST_TRIES <= MOST_WORK
}

/** The chance to have been dropped in each of the first k tries, k = 1, 2, … */
function followed(
  setting: MaxStartups,
  { states: { first, shares } }: Stationary,
  arrivals: number,
  held: number,
  every: number,
): number[] {
  const drops = shares.map((_, i) => dropChance(first + i, setting))
  const up = shares.map((_, i) => (i === shares.length - 1 ? 0 : arrivals * (1 - drops[i]!)))
  const down = shares.map((_, i) => (i === 0 ? 0 : (first + i) / held))
  const pace = Math.max(...shares.map((_, i) => up[i]! + down[i]!))
  const chances: number[] = []
  let now: Float64Array = shares
  for (let k = 0; k < MOST_TRIES; k++) {
    now = now.map((share, i) => share * drops[i]!)
    const chance = now.reduce((sum, share) => sum + share, 0)
    chances.push(chance)
    if (chance <= 0.01) break
    now = later(now, up, down, pace, every)
  }
  return chances
}

/** The shares after `seconds`: a Poisson number of steps of the uniformised chain. */
function later(
  shares: Float64Array,
  up: Float64Array,
  down: Float64Array,
  pace: number,
  seconds: number,
): Float64Array {
  // Poisson weights underflow beyond 700 steps on average, so a long time is taken in pieces.
  const pieces = Math.max(1, Math.ceil((pace * seconds) / 300))
  const mean = (pace * seconds) / pieces
  let now = shares
  for (let piece = 0; piece < pieces; piece++) {
    let weight = Math.exp(-mean)
    let rest = 1 - weight
    let step = now
    const sum = step.map((share) => share * weight)
    for (let k = 1; rest > 1e-13 && k < 2000; k++) {
      step = step.map(
        (share, i) =>
          share * (1 - (up[i]! + down[i]!) / pace) +
          (i > 0 ? (step[i - 1]! * up[i - 1]!) / pace : 0) +
          (i < step.length - 1 ? (step[i + 1]! * down[i + 1]!) / pace : 0),
      )
      weight *= mean / k
      rest -= weight
      for (let i = 0; i < sum.length; i++) sum[i]! += step[i]! * weight
    }
    now = sum
  }
  return now
}
