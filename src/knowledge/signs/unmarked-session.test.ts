import { goodLogin, loginTo, sheet } from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import { unmarkedSession } from './unmarked-session.ts'

readings(unmarkedSession, [
  ['nothing asked', {}, '-'],
  ['a shell answers now', sheet({ 'login-unmarked': goodLogin() }), 'works'],
  ['the session hangs as before', sheet({ 'login-unmarked': loginTo('session', { stopped: 'stalled' }) }), 'same'],
  ['this time the login itself failed', sheet({ 'login-unmarked': loginTo('kexinit') }), '-'],
])
