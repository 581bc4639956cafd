import { emptyLog, serverLog, sheet } from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import { clientNames, logAttack, logDrops, logNames } from './told.ts'

const pasted = (...told: NonNullable<ReturnType<typeof serverLog>['told']>) =>
  sheet({ 'server-log': serverLog({ told, accepted: 0 }) })

readings(logNames, [
  ['nothing asked', {}, '-'],
  ['a log that says nothing of it', pasted(), '-'],
  ['sshd says why', pasted('root-refused'), 'root-login-forbidden'],
  [
    'the same beside somebody who was let in: strangers bring it about all day',
    sheet({ 'server-log': serverLog({ told: ['root-refused'] }) }),
    '-',
  ],
  [
    'a fault of the whole server counts in a crowd as well',
    sheet({ 'server-log': serverLog({ told: ['no-host-keys', 'root-refused'], failureSources: 40, failures: 900 }) }),
    'host-keys-unusable',
  ],
  ['who refused outranks who reports it', pasted('too-many-logins', 'session-refused'), 'login-limit-reached'],
  ['what was said last counts', pasted('root-refused', 'user-excluded'), 'user-not-allowed'],
  [
    'sshd says only that PAM refuses',
    pasted('account-refused-by-pam'),
    'access-rule-refuses|account-expired|account-locked|logins-closed',
  ],
  ['a name outweighs what leaves several open', pasted('account-refused-by-pam', 'nologin-file'), 'logins-closed'],
  ['a certificate that is not valid yet', pasted('certificate-not-yet-valid'), 'certificate-not-valid'],
  ['one that is no more', pasted('certificate-expired'), 'certificate-not-valid'],
  ['systemd listens in place of sshd, as on many a healthy machine', pasted('socket-unit-listens'), '-'],
  [
    'the same beside a port that refuses',
    { ...pasted('socket-unit-listens'), ...sheet({ 'client-text': emptyLog({ failure: 'connect-refused' }) }) },
    'socket-unit-decides-port',
  ],
  ['read on the server itself', sheet({ 'server-log': serverLog({ told: ['root-refused'], source: 'journal' }) }), '-'],
])

const journal = (over: Parameters<typeof serverLog>[0]) =>
  sheet({ 'server-log': serverLog({ source: 'journal', ...over }) })
const text = (over: Parameters<typeof serverLog>[0]) => sheet({ 'server-log': serverLog({ accepted: 0, ...over }) })

readings(logNames, [
  ['a service that is stopped', text({ told: ['service-stopped'] }), 'nothing-listens'],
  ['the same where its socket unit listens', text({ told: ['socket-unit-listens', 'service-stopped'] }), '-'],
])
readings(logDrops, [
  ['no log', {}, '-'],
  ['a quiet log, read on the server', journal({}), 'none'],
  ['a quiet text, which is an excerpt', text({}), '-'],
  ['throttling begins', text({ throttling: 1 }), 'throttling'],
  ['penalties only', text({ drops: 5, penalties: 5 }), 'penalties'],
  ['penalties of strangers, beside somebody who was let in', text({ drops: 5, penalties: 5, accepted: 1 }), '-'],
  ['drops that are no penalties', text({ drops: 9, penalties: 5 }), 'throttling'],
])
readings(logAttack, [
  ['no log', {}, '-'],
  ['a user who mistyped twice', journal({ failures: 2, failureSources: 1 }), '-'],
  ['one address again and again', journal({ failures: 80, failureSources: 1 }), 'one-source'],
  ['many strangers', journal({ failures: 80, failureSources: 40 }), 'many-sources'],
  ['many strangers in a text without a drop', text({ failures: 80, failureSources: 40 }), '-'],
  ['drops alone, of many sources', text({ drops: 30, dropSources: 12 }), 'many-sources'],
])
readings(clientNames, [['a text that names nothing', sheet({ 'client-text': emptyLog() }), '-']])
