import type { ClientLog, Facts, LoginFact } from '../../core/types.ts'
import { HOST, config, goodLogin, loginTo, pasted, sheet, stepsTo } from '../../../test/cases/facts.ts'
import { readings } from '../../../test/cases/readings.ts'
import { auth, authPace, firstAnswer, loginName, serverText } from './auth.ts'
import { session, sessionPace } from './session.ts'

const ends = (failure: ClientLog['failure'], log: Partial<ClientLog> = {}, more: Partial<LoginFact> = {}) =>
  loginTo('offer', { log: { failure, methods: ['publickey'], keysOffered: 1, ...log }, ...more })
const refused = (log: Partial<ClientLog> = {}, more: Partial<Facts> = {}) =>
  sheet({ login: ends('permission-denied', log), ...more })
const stalled = (last: Parameters<typeof loginTo>[0], seconds: number, stopped: LoginFact['stopped'] = 'stalled') =>
  sheet({ login: loginTo(last, { stopped, seconds, exit: null }) })

readings(auth, [
  ['nothing asked', {}, '-'],
  ['let in', sheet({ login: goodLogin() }), 'accepted'],
  ['every key refused (4.3 #40)', refused(), 'denied'],
  ['no key to offer', refused({ keysOffered: 0 }), 'nothing-to-offer'],
  [
    'no key to offer, and a password would do',
    refused({ keysOffered: 0, methods: ['publickey', 'password'] }),
    'wants-password',
  ],
  ['keys are not taken', refused({ methods: ['password'] }), 'method-absent'],
  [
    'keys are not taken and the user has none',
    refused(
      { methods: ['password'], keysOffered: 0 },
      { 'key-files': { files: [{ path: '/x', named: false, state: 'missing' }], agent: 'none' } },
    ),
    'wants-password',
  ],
  ['the key is accepted and the user refused', refused({ keysAccepted: 1 }), 'refused-after-key'],
  ['a second proof is wanted (4.3 #51)', refused({ keysAccepted: 1, partialSuccess: true }), 'partial'],
  ['too many keys (4.3 #50)', sheet({ login: ends('too-many-failures') }), 'too-many'],
  ['hung up on (4.3 #52 #53)', sheet({ login: ends('auth-closed') }), 'closed'],
  ['stalls at the first question (4.3 #36)', stalled('service', 14.2), 'stalls-at-first'],
  ['stalls once a key was offered (4.3 #37)', stalled('offer', 14.2), 'stalls-later'],
  ['ended by us 0.2 s after the first question', stalled('service', 0.3, 'enough'), '-'],
  [
    'behind an unconfirmed host key',
    sheet({
      login: loginTo('kex-reply', { log: { failure: 'host-key-unknown' } }),
      'login-beyond-host-key': goodLogin(),
    }),
    'accepted',
  ],
  [
    'pasted: denied, without -v',
    sheet({ 'client-text': pasted(`ubuntu@${HOST}: Permission denied (publickey).`) }),
    'denied|refused-after-key|nothing-to-offer',
  ],
  [
    'pasted: denied where keys are not taken',
    sheet({ 'client-text': pasted(`ubuntu@${HOST}: Permission denied (password).`) }),
    'method-absent',
  ],
  [
    'pasted: too many',
    sheet({
      'client-text': pasted(
        `Received disconnect from ${HOST} port 22:2: Too many authentication failures`,
        `Disconnected from ${HOST} port 22`,
      ),
    }),
    'too-many',
  ],
  ['pasted: banner timeout', sheet({ 'client-text': pasted('Connection timed out during banner exchange') }), '-'],
])

readings(auth, [['ended by us 0.2 s after a key was offered', stalled('offer', 0.35, 'enough'), '-']])

const said = (text: string, failure: ClientLog['failure'] = 'auth-closed') =>
  sheet({ login: ends(failure, { serverText: [text] }) })
readings(serverText, [
  ['nothing asked', {}, '-'],
  ['pam_slurm', said('Access denied: user alice (uid=1000) has no active jobs on this node.'), 'rule'],
  ['pam_slurm_adopt', said('Access denied by pam_slurm_adopt: you have no active jobs on this node'), 'rule'],
  ['no text', sheet({ login: ends('permission-denied') }), 'none'],
  ['pam_unix', said('Your account has expired; please contact your system administrator.'), 'expired'],
  [
    '/run/nologin while it boots',
    said('"System is booting up. Unprivileged users are not permitted to log in yet. Please come back later."'),
    'booting',
  ],
  [
    '/run/nologin while it goes down',
    said('"System is going down. Unprivileged users are not permitted to log in anymore."'),
    'logins-closed',
  ],
  ['faillock', said('The account is locked due to 3 failed logins.'), 'locked'],
  ['an own text, and the end', said('We are moving house today.'), 'other'],
  ['a login banner in front of a refusal is no news', said('Authorised use only.', 'permission-denied'), 'none'],
  [
    'a login banner in front of a shell is no news',
    sheet({ login: { ...goodLogin(), log: { ...goodLogin().log, serverText: ['Authorised use only.'] } } }),
    'none',
  ],
  [
    'nologin(8) speaks on stdout',
    sheet({ login: loginTo('session', { exit: 1, output: 'This account is currently not available.' }) }),
    'no-shell',
  ],
  ['the login never came to it', sheet({ login: loginTo('connected', { log: { failure: 'banner-timeout' } }) }), '-'],
])

readings(serverText, [
  [
    'pasted: an end long before the login',
    sheet({ 'client-text': pasted('Connection timed out during banner exchange') }),
    '-',
  ],
])

const as = (user: string) => ({ 'ssh-config': config({ user }) })
readings(loginName, [
  ['nothing asked', {}, '-'],
  ['root is refused', sheet({ ...as('root'), login: ends('permission-denied') }), 'root'],
  ["BSD's second root is refused", sheet({ ...as('toor'), login: ends('permission-denied') }), 'root'],
  [
    'root by another name is refused',
    sheet({ ...as('admin'), login: ends('permission-denied'), account: { name: 'admin', exists: true, uid: 0 } }),
    'root',
  ],
  ['somebody else is refused', sheet({ ...as('ubuntu'), login: ends('permission-denied') }), 'ordinary'],
  ['root gets in: no sign of anything', sheet({ ...as('root'), login: goodLogin() }), '-'],
  ['the login never came to it', sheet({ ...as('root'), login: loginTo('connected') }), '-'],
])

const paced = (late: LoginFact['stepAt']) =>
  sheet({ login: loginTo('authenticated', { stepAt: stepsTo('authenticated', late) }) })
readings(firstAnswer, [
  ['nothing asked', {}, '-'],
  ['quick', sheet({ login: goodLogin() }), 'quick'],
  [
    '5.2 s, as on 9.2 with a dead resolver (4.3 #36)',
    paced({ methods: 5.31, offer: 5.32, 'key-accepted': 5.33, signed: 5.34, authenticated: 5.4 }),
    'slow',
  ],
  ['it never came', stalled('service', 14), 'slow'],
])
readings(authPace, [
  ['quick', sheet({ login: goodLogin() }), 'quick'],
  ['PAM thinks for 4 s (4.3 #37)', paced({ authenticated: 4.2 }), 'slow'],
  [
    'only the first answer was slow',
    paced({ methods: 5.31, offer: 5.32, 'key-accepted': 5.33, signed: 5.34, authenticated: 5.4 }),
    'quick',
  ],
  ['it never came to the proof', stalled('service', 14), '-'],
])

const inside = (over: Partial<Omit<LoginFact, 'log'>> & { log?: Partial<ClientLog> }) =>
  sheet({ login: loginTo('session', { exit: 0, shellAnswered: false, commandAnswered: false, ...over }) })
readings(session, [
  ['nothing asked', {}, '-'],
  ['not let in', sheet({ login: ends('permission-denied') }), '-'],
  ['a shell answers', sheet({ login: goodLogin() }), 'works'],
  [
    'a shell answers and a command hangs',
    sheet({ login: goodLogin({ commandAnswered: false, stopped: 'stalled', exit: null }) }),
    'hangs-for-commands',
  ],
  ['no shell comes', inside({ stopped: 'stalled', seconds: 9, exit: null }), 'hangs'],
  ['nologin(8) (4.4 #65)', inside({ exit: 1, output: 'This account is currently not available.' }), 'ends-at-once'],
  ['false(1) says nothing', inside({ exit: 1 }), 'ends-at-once'],
  ['a forced command says something of its own', inside({ output: 'borg 1.2.4' }), 'runs-something-else'],
  ['MaxSessions 0 (4.4 #60)', inside({ exit: 255, log: { failure: 'session-refused' } }), 'refused'],
  ['broken off (4.4 #64)', inside({ exit: 255, log: { failure: 'broken-pipe' } }), 'breaks'],
  [
    'pasted: open failed',
    sheet({ 'client-text': pasted('channel 0: open failed: connect failed: open failed') }),
    'refused',
  ],
])

readings(session, [['ended by the user 0.1 s after the login', inside({ stopped: 'enough', exit: null }), '-']])

readings(sessionPace, [
  ['nothing asked', {}, '-'],
  ['quick', sheet({ login: goodLogin() }), 'quick'],
  [
    'pam_systemd waits 25 s for logind',
    sheet({ login: goodLogin({ stepAt: { ...goodLogin().stepAt, shell: 25.2 } }) }),
    'slow',
  ],
])
