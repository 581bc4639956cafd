/**
 * The prober's manners. Since OpenSSH 9.8 every connection without a login costs the prober's address a second of
 * penalty and some fifteen get its whole network block refused (srclimit.c, openssh.md 2.2), and each holds one of the
 * MaxStartups slots while it lasts.
 */
export interface Budget {
  /** Takes one connection if the window and the case allow it. */
  take(): boolean
  /** Counts a login that costs the server no patience: it is no question, and takes none away. */
  note(): void
  /** Connections the target's SSH port has seen from us. */
  readonly spent: number
}

const WINDOW_SECONDS = 20

/** At most `limit` connections in any 20 s, and twice that in one case. `now` in seconds of a monotonic clock. */
export function makeBudget(limit: number, now: () => number): Budget {
  const taken: number[] = []
  let noted = 0
  return {
    take() {
      const at = now()
      const recent = taken.filter((t) => at - t < WINDOW_SECONDS).length
      if (recent >= limit || taken.length >= 2 * limit) return false
      taken.push(at)
      return true
    },
    note() {
      noted++
    },
    get spent() {
      return taken.length + noted
    },
  }
}
