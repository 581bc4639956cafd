import { known } from '../../../core/probe.ts'
import { furthestLogin } from '../../../core/seen.ts'
import type { FactSheet, Sign } from '../../../core/types.ts'

/** LoginGraceTime in seconds, as `sshd -T` prints it; undefined where it is not known, 0 without an end. */
const grace = (facts: FactSheet): number | undefined => {
  const value = known(facts, 'sshd-effective')?.values['logingracetime']?.[0]
  return value === undefined || !/^\d{1,9}$/.test(value) ? undefined : Number(value)
}

/** sshd counts from the accept, we from the connect; between its alarm and our end of file lie a few round trips. */
const SLACK = 2

/** Seconds from the connection to its end, where the server ended it before anybody was let in. */
function cutAfter(facts: FactSheet): number | undefined {
  const login = furthestLogin(facts)
  const { connected, authenticated } = login?.stepAt ?? {}
  if (!login || connected === undefined || authenticated !== undefined || login.stopped) return undefined
  return ['auth-closed', 'auth-reset', 'disconnected', 'closed-unstated', 'reset-unstated'].includes(
    login.log.failure ?? '',
  )
    ? login.seconds - connected
    : undefined
}

export const loginGrace = {
  id: 'login-grace',
  stage: 'auth',
  beside: true,
  usual: { kept: 0.995 },
  passes: 'kept',
  shuts: ['over'],
  values: ['kept', 'over'],
  from: ['login', 'login-beyond-host-key', 'sshd-effective'],
  read(facts) {
    const [allowed, after] = [grace(facts), cutAfter(facts)]
    if (allowed === undefined || after === undefined) return undefined
    return allowed > 0 && after >= allowed - 0.5 && after <= allowed + SLACK ? 'over' : 'kept'
  },
  says: {
    kept: 'the server did not hang up at the end of its LoginGraceTime',
    over: 'the server hung up just when its LoginGraceTime was over',
  },
  detail(facts) {
    const [allowed, after] = [grace(facts), cutAfter(facts)]
    return allowed === undefined || after === undefined ? undefined : `after ${after.toFixed(1)} s of ${allowed}`
  },
} satisfies Sign<'kept' | 'over'>
