/**
 * How fast one address failed while it was at it, and whether what bans by rate would have stopped it. Kept as each failure comes, and so that two
 * stretches of a log can be put behind one another: a leaking bucket is a function max(level + W, B) of the level it began with, its highest level
 * max(level + C, P). engine/pace.as is the same. Times in milliseconds, as the lines have them.
 */
export interface Pace {
  /** Failures that have a time. */
  count: number
  /** The last four, the latest first, and the first four, in their order; NaN. */
  recent: [number, number, number, number]
  early: [number, number, number, number]
  /** Milliseconds between failures that are no further apart than VISIT. */
  active: number
  /** How often it came: failures further apart than VISIT are different visits. */
  visits: number
  /** Five failures came within ten minutes. */
  five: boolean
  buckets: Bucket[]
}

interface Bucket {
  /** Level plus time, in units of the leak, of a bucket that was empty before. */
  out: number
  /** Its highest level. */
  peak: number
  /** The same of one that was never empty, less the level it had before. */
  carried: number
}

/** fail2ban's default: maxretry 5, findtime 10m (jail.conf, 0.10 to 1.1). It is how far apart failures of one visit are, too. */
export const VISIT = 600_000

export type StoppedBy = 'fail2ban' | 'crowdsec-ssh-bf' | 'crowdsec-ssh-slow-bf' | 'penalties'

/**
 * What leaks and what overflows. CrowdSec's hub: crowdsecurity/ssh-bf capacity 5, leakspeed 10s; ssh-slow-bf capacity 10, leakspeed 60s. sshd from 9.8 on:
 * each connection whose login fails adds 5 s, and over 15 s the address is refused (servconf.c fill_default_server_options, srclimit.c); each failure counts as a
 * connection here.
 */
export const BUCKETS: readonly { by: StoppedBy; leak: number; capacity: number }[] = [
  { by: 'crowdsec-ssh-bf', leak: 10_000, capacity: 5 },
  { by: 'crowdsec-ssh-slow-bf', leak: 60_000, capacity: 10 },
  { by: 'penalties', leak: 5_000, capacity: 3 },
]

/** Levels are differences of large numbers. */
const SURE = 1e-6

export const newPace = (): Pace => ({
  count: 0,
  recent: [NaN, NaN, NaN, NaN],
  early: [NaN, NaN, NaN, NaN],
  active: 0,
  visits: 0,
  five: false,
  buckets: BUCKETS.map(() => ({ out: -Infinity, peak: -Infinity, carried: -Infinity })),
})

export function addToPace(pace: Pace, at: number, times: number): void {
  if (Number.isNaN(at)) return
  came(pace, at - pace.recent[0])
  // More than five at once say no more than five.
  for (let n = Math.min(times, 5); n > 0; n--) {
    if (at - pace.recent[3] <= VISIT) pace.five = true
    pace.recent = [at, pace.recent[0], pace.recent[1], pace.recent[2]]
    const free = pace.early.findIndex((each) => Number.isNaN(each))
    if (free >= 0) pace.early[free] = at
  }
  pace.count += times
  for (const [i, bucket] of pace.buckets.entries()) {
    const now = at / BUCKETS[i]!.leak
    bucket.out = Math.max(bucket.out, now) + times
    bucket.peak = Math.max(bucket.peak, bucket.out - now)
    bucket.carried = Math.max(bucket.carried, pace.count - now)
  }
}

/** One more failure, so long after the last one; NaN where there was none. */
function came(pace: Pace, gap: number): void {
  if (Math.abs(gap) <= VISIT) pace.active += Math.max(0, gap)
  else pace.visits++
}

/** Puts the pace of a later stretch of the same log behind; `shift` milliseconds are between its times and what they are in the whole. */
export function appendPace(to: Pace, more: Pace, shift: number): void {
  const [first] = more.early
  if (Number.isNaN(first)) return
  if (to.count > 0) {
    came(to, first + shift - to.recent[0])
    to.visits--
  }
  to.active += more.active
  to.visits += more.visits
  to.five ||= more.five
  for (const [i, early] of more.early.entries())
    // The failure `early` is the fifth of these: i of the later ones before it, and 4 − i of the earlier.
    if (early + shift - to.recent[3 - i]! <= VISIT) to.five = true
  const early = more.early.map((each) => each + shift)
  to.early = firstFour(to.early, early)
  to.recent = firstFour(
    more.recent.map((each) => each + shift),
    to.recent,
  )
  for (const [i, bucket] of to.buckets.entries()) {
    const later = more.buckets[i]!
    const by = shift / BUCKETS[i]!.leak
    bucket.peak = Math.max(bucket.peak, later.peak, bucket.out + later.carried - by)
    bucket.carried = Math.max(bucket.carried, to.count + later.carried - by)
    bucket.out = Math.max(bucket.out + more.count, later.out + by)
  }
  to.count += more.count
}

function firstFour(a: readonly number[], b: readonly number[]): [number, number, number, number] {
  const [p = NaN, q = NaN, r = NaN, s = NaN] = [...a.filter(isTime), ...b.filter(isTime)]
  return [p, q, r, s]
}

const isTime = (at: number): boolean => !Number.isNaN(at)

/** What is told of an address; undefined where no failure has a time. */
export interface PaceTold {
  /** Seconds between failures that are at most ten minutes apart. */
  activeSeconds: number
  visits: number
  stoppedBy: StoppedBy[]
}

/** Of the numbers the engine and the plain reader both have. */
export function paceTold(
  { count, active, visits, five }: Pick<Pace, 'count' | 'active' | 'visits' | 'five'>,
  peaks: readonly number[],
): PaceTold | undefined {
  if (count === 0) return undefined
  const overflown = BUCKETS.filter(({ capacity }, i) => peaks[i]! > capacity + SURE).map(({ by }) => by)
  return { activeSeconds: active / 1000, visits, stoppedBy: [...(five ? ['fail2ban' as const] : []), ...overflown] }
}

export const peaksOf = ({ buckets }: Pace): number[] => buckets.map(({ peak }) => peak)
