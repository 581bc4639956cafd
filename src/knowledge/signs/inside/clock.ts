import { known } from '../../../core/probe.ts'
import type { Sign } from '../../../core/types.ts'

/** Certificates are issued to be valid a few minutes before; a clock wrong by less than this shuts nobody out. Seconds. */
const WRONG = 60

export const clock = {
  id: 'clock',
  stage: 'auth',
  beside: true,
  usual: { right: 0.995 },
  passes: 'right',
  shuts: true,
  values: ['right', 'ahead', 'behind'],
  from: ['inside-session'],
  read(facts) {
    const session = known(facts, 'inside-session')
    if (!session) return undefined
    // Read through a slow way in, it is known no better than by the time one command took.
    if (Math.abs(session.clockOffset) <= WRONG + session.roundTrip) return 'right'
    return session.clockOffset > 0 ? 'ahead' : 'behind'
  },
  says: {
    right: "the server's clock agrees with yours",
    ahead: "the server's clock is ahead of yours",
    behind: "the server's clock is behind yours",
  },
  detail(facts) {
    const minutes = Math.abs(known(facts, 'inside-session')?.clockOffset ?? 0) / 60
    if (minutes < 120) return `by ${Math.round(minutes)} minutes`
    return minutes < 48 * 60 ? `by ${Math.round(minutes / 60)} hours` : `by ${Math.round(minutes / 1440)} days`
  },
} satisfies Sign
