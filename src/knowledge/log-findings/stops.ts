import { BUCKETS } from '../../sshd-log/pace.ts'
import type { StoppedBy } from '../../sshd-log/pace.ts'
import type { Source, Stop } from './types.ts'

const ORDER: readonly StoppedBy[] = ['fail2ban', ...BUCKETS.map(({ by }) => by)]

/** How many of the guessing addresses each ban by rate would have stopped, with its defaults; those first that everybody knows. */
export function stopsOf(strangers: readonly Source[]): Stop[] {
  const timed = strangers.filter(({ pace }) => pace !== undefined)
  if (timed.length === 0) return []
  return ORDER.map((by) => {
    const stopped = timed.filter(({ pace }) => pace!.stoppedBy.includes(by))
    return {
      by,
      addresses: stopped.length,
      of: timed.length,
      failures: stopped.reduce((sum, { failures }) => sum + failures, 0),
    }
  })
}
