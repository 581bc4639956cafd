import { emptyLog, sheet } from '../../../../test/cases/facts.ts'
import { readings } from '../../../../test/cases/readings.ts'
import type { LoginFact } from '../../../core/types.ts'
import { loginGrace } from './login-grace.ts'

const cut = (seconds: number, graceTime: string, over: Partial<LoginFact> = {}) =>
  sheet({
    'sshd-effective': { ok: true, values: { logingracetime: [graceTime] } },
    login: {
      log: emptyLog({ failure: 'auth-closed' }),
      stepAt: { start: 0, connect: 0, connected: 0.1, service: 0.3 },
      seconds,
      exit: 255,
      ...over,
    },
  })

readings(loginGrace, [
  ['nothing asked', {}, '-'],
  ['the server hangs up when the time is over', cut(20.3, '20'), 'over'],
  ['it hangs up at once', cut(0.5, '20'), 'kept'],
  ['it hangs up long after', cut(60, '20'), 'kept'],
  ['the time never ends', cut(0.5, '0'), 'kept'],
  ['we ended it', cut(20.3, '20', { stopped: 'out-of-time' }), '-'],
  ['somebody was let in', cut(20.3, '20', { stepAt: { start: 0, connected: 0, authenticated: 1 } }), '-'],
])
