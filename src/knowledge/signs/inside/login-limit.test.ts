import { sheet } from '../../../../test/cases/facts.ts'
import { readings } from '../../../../test/cases/readings.ts'
import { loginLimit } from './login-limit.ts'

const seen = (fact: { limit?: number; of?: 'user' | 'all'; open: number; openOfAll: number }) =>
  sheet({ 'login-limit': fact })

readings(loginLimit, [
  ['nothing asked', {}, '-'],
  ['no limit', seen({ open: 40, openOfAll: 90 }), 'free'],
  ['one more is allowed', seen({ limit: 4, of: 'user', open: 3, openOfAll: 9 }), 'free'],
  ['the login that begins is one too many', seen({ limit: 4, of: 'user', open: 4, openOfAll: 9 }), 'reached'],
  ['no login at all is allowed', seen({ limit: 0, of: 'user', open: 0, openOfAll: 0 }), 'reached'],
  ['everybody together', seen({ limit: 9, of: 'all', open: 0, openOfAll: 9 }), 'reached'],
])
