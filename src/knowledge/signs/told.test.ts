import { serverLog, sheet } from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import { logNames } from './told.ts'

const pasted = (...told: NonNullable<ReturnType<typeof serverLog>['told']>) =>
  sheet({ 'server-log': serverLog({ told }) })

readings(logNames, [
  ['nothing asked', {}, '-'],
  ['a log that says nothing of it', pasted(), 'none'],
  ['sshd says why', pasted('root-refused'), 'root-login-forbidden'],
  ['what was said last counts', pasted('root-refused', 'user-excluded'), 'user-not-allowed'],
  ['sshd says only that PAM refuses', pasted('account-refused-by-pam'), 'account-expired|account-locked|logins-closed'],
  ['a name outweighs what leaves several open', pasted('account-refused-by-pam', 'nologin-file'), 'logins-closed'],
  ['a certificate that is not valid yet', pasted('certificate-not-yet-valid'), 'clock-wrong'],
  [
    'one that is no more: it has ended, or the clock is wrong',
    pasted('certificate-expired'),
    'clock-wrong|key-not-accepted',
  ],
  ['read on the server itself', sheet({ 'server-log': serverLog({ told: ['root-refused'], source: 'journal' }) }), '-'],
])
