import type { Episode, TimelineMinute } from '../../sshd-log/types.ts'

export interface Bucket {
  /** Milliseconds since the epoch, its begin. */
  at: number
  failures: number
  accepted: number
  drops: number
}

export interface Timeline {
  /** Width of a bucket, seconds. */
  seconds: number
  /** Without gaps: minutes in which nothing happened are zeros. */
  buckets: Bucket[]
}

const MINUTE = 60
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 43_200].map((n) => n * MINUTE)

/** A minute of an episode longer than this is not drawn one by one: a clock that jumped makes years. */
const LONGEST = 20_000

/**
 * Minutes with an episode's drops spread evenly over it: its lines are written at its begin and its end only, and a picture of
 * the lines would show a short attack where there was a long one.
 */
export function spread(minutes: readonly TimelineMinute[], episodes: readonly Episode[]): TimelineMinute[] {
  const drops = new Map<number, number>()
  for (const { start, end, dropped } of episodes) {
    const from = Math.floor(Date.parse(start ?? '') / 60_000)
    const to = Math.floor(Date.parse(end ?? start ?? '') / 60_000)
    const length = Math.max(1, Math.min(LONGEST, to - from + 1))
    if (!Number.isFinite(length)) continue
    for (let i = 0; i < length; i++) drops.set(from + i, (drops.get(from + i) ?? 0) + dropped / length)
  }
  const out = minutes.map((minute) => {
    const key = Math.floor(Date.parse(minute.at) / 60_000)
    const here = drops.get(key) ?? 0
    drops.delete(key)
    return { ...minute, drops: here }
  })
  for (const [key, count] of drops)
    out.push({ at: new Date(key * 60_000).toISOString(), failures: 0, accepted: 0, drops: count })
  return out
}

/** At most `most` (and two) equal buckets, each a width a person reads (1 min, 5 min, 1 h, …); undefined where nothing has a time. */
export function bucketsOf(minutes: readonly TimelineMinute[], most: number): Timeline | undefined {
  const timed = minutes.flatMap((minute) => {
    const at = Date.parse(minute.at)
    return Number.isFinite(at) ? [{ ...minute, at }] : []
  })
  if (timed.length === 0) return undefined
  const first = timed.reduce((least, { at }) => Math.min(least, at), Infinity)
  const last = timed.reduce((most, { at }) => Math.max(most, at), -Infinity)
  const room = Math.max(2, most)
  const fits = (seconds: number) => Math.floor(last / 1000 / seconds) - Math.floor(first / 1000 / seconds) < room
  const seconds = STEPS.find(fits) ?? Math.ceil((last - first) / 1000 / (room - 1) / 86_400 + 1) * 86_400
  const begin = Math.floor(first / 1000 / seconds)
  const length = Math.floor(last / 1000 / seconds) - begin + 1
  const buckets = Array.from({ length }, (_, i): Bucket => {
    return { at: (begin + i) * seconds * 1000, failures: 0, accepted: 0, drops: 0 }
  })
  for (const { at, failures, accepted, drops } of timed) {
    const bucket = buckets[Math.floor(at / 1000 / seconds) - begin]!
    bucket.failures += failures
    bucket.accepted += accepted
    bucket.drops += drops
  }
  return { seconds, buckets }
}
