import { WINDOW_SECONDS } from './allowance.ts'

/**
 * The prober's manners. Since OpenSSH 9.8 every connection without a login costs the prober's address a second of
 * penalty and some fifteen get its whole network block refused (srclimit.c, openssh.md 2.2), and each holds one of the
 * MaxStartups slots while it lasts.
 */
export interface Budget {
  /** Connections in any 20 s. */
  readonly limit: number
  /** Takes one connection if the window and the case allow it. */
  take(): boolean
  /** The last one taken was not made after all. */
  giveBack(): void
}

/** At most `limit` connections in any 20 s, and twice that in one case. `now` in seconds of a monotonic clock. */
export function makeBudget(limit: number, now: () => number): Budget {
  const taken: number[] = []
  return {
    limit,
    take() {
      const at = now()
      const recent = taken.filter((t) => at - t < WINDOW_SECONDS).length
      if (recent >= limit || taken.length >= 2 * limit) return false
      taken.push(at)
      return true
    },
    giveBack() {
      taken.pop()
    },
  }
}
