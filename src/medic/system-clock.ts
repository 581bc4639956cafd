import type { Clock } from '../core/clock.ts'

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => performance.now() / 1000,
  date: () => new Date(),
  after(seconds, then) {
    const timer = setTimeout(then, seconds * 1000)
    return () => clearTimeout(timer)
  },
}
