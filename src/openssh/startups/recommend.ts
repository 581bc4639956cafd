import { DEFAULT_MAX_STARTUPS, settingText } from '../max-startups.ts'
import type { MaxStartups } from '../max-startups.ts'
import { neverWorse } from './compare.ts'
import { DEFAULT_GRACE, loadOf } from './load.ts'
import type { LoadAsked } from './load.ts'
import { SOUND_GRACE } from './login-grace.ts'
import { meanDropChance } from './stationary.ts'

/** What a setting may not exceed. */
export interface Constraints {
  /** The highest `full` the server's memory and descriptors bear. */
  mostFull: number
  /** The shortest LoginGraceTime, in seconds, that honest people can live with. */
  leastGrace: number
}

/** A setting and LoginGraceTime, and what they do under the load. */
export interface Option extends MaxStartups {
  /** Seconds; 0 is none. */
  loginGraceTime: number
  /** ρ under this LoginGraceTime. */
  pending: number
  dropChance: number
}

export interface Recommendation extends Option {
  change: 'none' | 'grace' | 'setting' | 'both'
  /** One login in a hundred or fewer is dropped. */
  enough: boolean
}

/** What may be aimed at: one login in a hundred dropped. A second try then fails once in ten thousand. */
const GOAL = 0.01

/**
 * What a server spends on one pending connection, in MiB. Measured with 60 silent ones: 1.4 MiB of PSS each on Debian 12
 * (9.2) and on Debian 13 (10.0); a client that has spoken has a second process of about that size, and PAM its share.
 */
export const MIB_PER_PENDING = 4
/** One descriptor of the listener each, two while a connection begins, under systemd's soft limit of 1024. */
export const MOST_FULL_BY_DESCRIPTORS = 500

export const DEFAULT_CONSTRAINTS: Constraints = { mostFull: 200, leastGrace: SOUND_GRACE.least }

/** The settings worth writing into a file, mildest first; rate stays at upstream's 30, for a steep leap only drops more. */
const STEPS = [
  [30, 100],
  [50, 200],
  [100, 200],
  [100, 300],
  [200, 500],
] as const
const GRACES = [60, 45, SOUND_GRACE.most, SOUND_GRACE.least] as const

/** How much somebody would rather not: LoginGraceTime costs nothing but the patience of slow typists. */
const COST = { grace: 1, setting: 10 } as const

/** The present state, as an option. */
export function presentOption(present: MaxStartups, asked: LoadAsked): Option {
  return optionOf(present, asked.grace, asked)
}

/** A setting and LoginGraceTime under what is asked; the strangers' hold follows LoginGraceTime. */
export function optionOf(setting: MaxStartups, loginGraceTime: number, asked: LoadAsked): Option {
  const { pending } = loadOf({ ...asked, grace: loginGraceTime })
  const { start, rate, full } = setting
  return { start, rate, full, loginGraceTime, pending, dropChance: meanDropChance(setting, pending) }
}

/** A change is refused where it raises the drop chance under this load; rounding is no rise. */
export const refused = (option: Option, present: Option): boolean => option.dropChance > present.dropChance + 1e-12

/**
 * The least change under which one login in a hundred or fewer is dropped, or the best there is. It is never worse than the
 * present under any load: no curve with a point above the present one is looked at.
 */
export function recommend(
  present: MaxStartups,
  asked: LoadAsked,
  constraints: Constraints = DEFAULT_CONSTRAINTS,
): Recommendation {
  const now = presentOption(present, asked)
  const candidates = settings(present, constraints).flatMap((setting, i) =>
    graces(asked, constraints).map((grace, j) => ({
      option: optionOf(setting, grace, asked),
      cost: i * COST.setting + j * COST.grace,
    })),
  )
  const allowed = candidates.filter(({ option }) => !refused(option, now))
  const enough = allowed.filter(({ option }) => option.dropChance <= GOAL).sort((a, b) => a.cost - b.cost)
  // Two chances that look alike to a person are alike: then the smaller change.
  const best = allowed.sort((a, b) => rounded(a.option) - rounded(b.option) || a.cost - b.cost)
  const { option } = enough[0] ?? best[0] ?? { option: now }
  const setting = (['start', 'rate', 'full'] as const).some((key) => option[key] !== present[key])
  const grace = option.loginGraceTime !== asked.grace
  const change = setting && grace ? 'both' : setting ? 'setting' : grace ? 'grace' : 'none'
  return { ...option, change, enough: option.dropChance <= GOAL }
}

const rounded = (option: Option) => Math.round(option.dropChance * 1000)

/** Settings to look at, mildest change first: the present one, or what mends it where it is worse than the default at all. */
function settings(present: MaxStartups, { mostFull }: Constraints): MaxStartups[] {
  const mended = {
    start: Math.max(present.start, DEFAULT_MAX_STARTUPS.start),
    rate: Math.min(present.rate, DEFAULT_MAX_STARTUPS.rate),
    full: Math.max(present.full, DEFAULT_MAX_STARTUPS.full),
  }
  const bearable = (setting: MaxStartups) => setting.full <= Math.max(mostFull, present.full)
  const first = neverWorse(present, DEFAULT_MAX_STARTUPS) || !bearable(mended) ? present : mended
  const steps = STEPS.map(([start, full]) => ({
    start: Math.max(start, first.start),
    rate: Math.min(first.rate, DEFAULT_MAX_STARTUPS.rate),
    full: Math.max(full, first.full),
  }))
  const limit = { start: Math.floor(mostFull / 2), rate: Math.min(first.rate, 30), full: mostFull }
  const all = [first, ...steps, ...(limit.start > 0 ? [limit] : [])]
  return all.filter(
    (setting, i) => setting === present || (bearable(setting) && neverWorse(setting, all[0]!) && isNew(all, i)),
  )
}

function isNew(all: readonly MaxStartups[], i: number): boolean {
  return all.findIndex((other) => settingText(other) === settingText(all[i]!)) === i
}

/** LoginGraceTimes to look at, present one first; never longer, but that none at all (0) becomes some, sshd's default first. */
function graces({ grace }: LoadAsked, { leastGrace }: Constraints): number[] {
  const shorter = GRACES.filter((each) => each >= leastGrace && (grace === 0 || each < grace))
  return [grace, ...(grace === 0 ? [DEFAULT_GRACE] : []), ...shorter]
}
