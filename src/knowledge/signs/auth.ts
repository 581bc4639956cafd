import { known } from '../../core/probe.ts'
import { clientLog, furthestLogin, textShows } from '../../core/seen.ts'
import type { FactSheet, Sign } from '../../core/types.ts'
import { parseRelease } from '../../openssh/release.ts'
import { serverKindOf } from '../../openssh/server-kind.ts'
import { roundTrip } from './logs.ts'
import { isCrowd } from './told.ts'

const AUTH = [
  'accepted',
  'denied',
  'nothing-to-offer',
  'wants-password',
  'method-absent',
  'refused-after-key',
  'too-many',
  'partial',
  'closed',
  'stalls-at-first',
  'stalls-later',
] as const
type Auth = (typeof AUTH)[number]

const password = (methods: readonly string[] | undefined): boolean =>
  methods?.some((m) => m === 'password' || m === 'keyboard-interactive') ?? false

/** Known to have no key at all, so that a password is what this user comes with. */
function keyless(facts: FactSheet): boolean {
  const keys = known(facts, 'key-files')
  return (
    keys !== undefined && keys.agent !== 'keys' && keys.files.every((file) => !file.named && file.state === 'missing')
  )
}

/** A text with lines of one login only, each of them a key that is refused. */
function keysRefused(facts: FactSheet): boolean {
  const log = known(facts, 'server-log')
  return log !== undefined && log.source === undefined && (log.keysRefused ?? 0) > 0 && !isCrowd(log)
}

export const auth = {
  id: 'auth',
  stage: 'auth',
  passes: 'accepted',
  shuts: true,
  values: AUTH,
  from: ['login', 'key-files', 'client-text', 'server-log'],
  read(facts) {
    const fact = furthestLogin(facts)
    if (fact?.stepAt.authenticated !== undefined || fact?.shellAnswered) return 'accepted'
    if (textShows(facts, 'authenticated')) return 'accepted'
    const log = clientLog(facts)
    if (!log) return keysRefused(facts) ? 'denied' : undefined
    const publickey = log.methods?.includes('publickey') ?? true
    switch (log.failure) {
      case 'too-many-failures':
        return 'too-many'
      case 'permission-denied':
        if (log.partialSuccess) return 'partial'
        // tinysshd says of every Ed25519 key that it would take it, and looks into authorized_keys when it is signed with (packet_auth.c of 20250501).
        if (log.keysAccepted > 0) return serverKindOf(facts) === 'tinyssh' ? 'denied' : 'refused-after-key'
        // Without -v nobody can tell whether a key was offered.
        // Only OpenSSH's -v says of each key that it is offered.
        if (
          !fact &&
          log.keysOffered === 0 &&
          parseRelease(log.client ?? '') === undefined &&
          log.keysTried === undefined
        )
          return publickey ? ['denied', 'refused-after-key', 'nothing-to-offer'] : 'method-absent'
        if (!publickey) return keyless(facts) && password(log.methods) ? 'wants-password' : 'method-absent'
        if (log.keysOffered > 0) return 'denied'
        return password(log.methods) ? 'wants-password' : 'nothing-to-offer'
      case 'auth-closed':
      case 'auth-reset':
      case 'disconnected':
        return fact ? 'closed' : ['closed', 'too-many']
      case 'auth-timeout':
        return fact ? 'stalls-later' : ['stalls-at-first', 'stalls-later']
      case 'session-closed':
      case 'session-refused':
        return 'accepted'
      case 'broken-pipe':
        return /^(?:authenticated|session|shell)$/.test(log.reached) ? 'accepted' : undefined
      default:
        break
    }
    if (!fact && !log.failure && log.reached === 'service') return 'stalls-at-first'
    if (fact?.stopped && fact.stepAt.service !== undefined) {
      if (fact.stepAt.methods === undefined)
        return fact.seconds - fact.stepAt.service > 4 ? 'stalls-at-first' : undefined
      const since = fact.stepAt['key-accepted'] ?? fact.stepAt.offer ?? fact.stepAt.methods
      return fact.seconds - since > 4 ? 'stalls-later' : undefined
    }
    return fact?.stepAt.service !== undefined && log.failure && /closed|reset|broken/.test(log.failure)
      ? 'closed'
      : undefined
  },
  says: {
    accepted: 'you are let in',
    denied: 'every key you offer is refused',
    'nothing-to-offer': 'you have no key to offer',
    'wants-password': 'you have no key to offer and the server would take a password',
    'method-absent': 'the server does not take keys at all',
    'refused-after-key': 'your key is accepted and you are refused all the same',
    'too-many': 'the server hangs up after too many keys',
    partial: 'your key is accepted and the server wants a second proof',
    closed: 'the server hangs up during the login',
    'stalls-at-first': 'the login stalls at its very first question',
    'stalls-later': 'the login stalls once a key has been offered',
  },
} satisfies Sign<Auth>

const TEXTS: readonly [RegExp, 'expired' | 'logins-closed' | 'booting' | 'locked' | 'no-shell' | 'rule'][] = [
  [
    /account (?:has|is|has been) expired|password has expired|password change required|required to change your password/i,
    'expired',
  ],
  [/system is booting up|boot(?:ing)? (?:is )?in progress|not permitted to log in yet/i, 'booting'],
  [/account is (?:temporarily )?locked|account (?:has been )?locked|locked due to/i, 'locked'],
  [
    /system is going down|unprivileged users are not permitted|maintenance|logins? (?:are|is)? ?(?:currently )?(?:disabled|closed|not allowed)|shutdown/i,
    'logins-closed',
  ],
  [/account is (?:currently )?not available|no shell/i, 'no-shell'],
  // pam_slurm and pam_slurm_adopt say who has no job there (Slurm 23.11, contribs/pam).
  [/Access denied(?:: user | by pam_\w)|has no active jobs on this node/i, 'rule'],
]

export const serverText = {
  id: 'server-text',
  stage: 'auth',
  passes: 'none',
  shuts: false,
  values: ['none', 'expired', 'logins-closed', 'booting', 'locked', 'no-shell', 'rule', 'other'],
  from: ['login', 'client-text'],
  read(facts) {
    const log = clientLog(facts)
    const atLogin =
      furthestLogin(facts)?.stepAt.service !== undefined ||
      (log?.serverText.length ?? 0) > 0 ||
      /^(?:permission|too-many|auth|session)/.test(log?.failure ?? '')
    if (!log || !atLogin) return undefined
    const said = [
      ...log.serverText,
      furthestLogin(facts) ? (furthestLogin(facts)?.output ?? '') : (log.says ?? ''),
    ].join('\n')
    // A login banner may speak of maintenance as well; what closes the door is a text and then the door.
    const shut =
      log.failure !== 'permission-denied' &&
      log.failure !== 'too-many-failures' &&
      furthestLogin(facts)?.stepAt.authenticated === undefined
    for (const [pattern, value] of TEXTS)
      if (pattern.test(said) && (shut || (value !== 'logins-closed' && value !== 'booting'))) return value
    // A login banner is no news; a text followed by the door being shut is.
    return log.serverText.length > 0 &&
      furthestLogin(facts)?.stepAt.authenticated === undefined &&
      log.failure === 'auth-closed'
      ? 'other'
      : 'none'
  },
  says: {
    none: 'the server gives no reason',
    expired: 'the server says the account has expired',
    'logins-closed': 'the server says that logins are closed',
    booting: 'the server says that it is still booting',
    locked: 'the server says that the account is locked',
    'no-shell': 'the server says that the account is not available',
    rule: 'the server says that a rule denies access',
    other: 'the server shows a text and hangs up',
  },
} satisfies Sign<'none' | 'expired' | 'logins-closed' | 'booting' | 'locked' | 'no-shell' | 'rule' | 'other'>

const refused = (facts: FactSheet): boolean => {
  const value = auth.read(facts)
  if (value === 'accepted')
    return furthestLogin(facts)?.stepAt.authenticated !== undefined && !furthestLogin(facts)?.shellAnswered
  return value !== undefined
}

export const loginName = {
  id: 'login-name',
  stage: 'auth',
  beside: true,
  uncounted: true,
  usual: { ordinary: 0.85 },
  passes: 'ordinary',
  shuts: false,
  values: ['ordinary', 'root'],
  from: ['ssh-config', 'account', 'login', 'key-files', 'client-text'],
  read(facts) {
    const user = known(facts, 'ssh-config')?.user
    // Only where it bears on a refusal: being root is no sign of health or illness by itself.
    if (user === undefined || !refused(facts)) return undefined
    // To sshd root is whoever has the number 0, by whatever name (auth2.c userauth_finish: pw_uid == 0); BSD has `toor` beside it.
    return user === 'root' || user === 'toor' || known(facts, 'account')?.uid === 0 ? 'root' : 'ordinary'
  },
  says: { ordinary: 'you log in as an ordinary user', root: 'you log in as root' },
} satisfies Sign<'ordinary' | 'root'>

/** Unloaded the first answer takes milliseconds; a dead resolver takes whole seconds (openssh.md 4.3 #36). */
const SLOW_ANSWER = 1.5

export const firstAnswer = {
  id: 'first-answer',
  stage: 'auth',
  passes: 'quick',
  shuts: false,
  values: ['quick', 'slow'],
  from: ['login'],
  read(facts) {
    const fact = furthestLogin(facts)
    const { service, methods } = fact?.stepAt ?? {}
    if (!fact || service === undefined) return undefined
    return (methods ?? fact.seconds) - service > SLOW_ANSWER + 2 * roundTrip(fact) ? 'slow' : 'quick'
  },
  says: {
    quick: "the server's first answer about your account is quick",
    slow: 'the server thinks for seconds before its first answer about your account',
  },
} satisfies Sign<'quick' | 'slow'>

export const authPace = {
  id: 'auth-pace',
  stage: 'auth',
  passes: 'quick',
  shuts: false,
  values: ['quick', 'slow'],
  from: ['login'],
  read(facts) {
    const fact = furthestLogin(facts)
    const { methods, authenticated } = fact?.stepAt ?? {}
    if (!fact || methods === undefined) return undefined
    const end = authenticated ?? fact.stepAt.session ?? fact.seconds
    return end - methods > SLOW_ANSWER + 6 * roundTrip(fact) ? 'slow' : 'quick'
  },
  says: { quick: 'the proof itself is checked quickly', slow: 'the server takes seconds to check the proof' },
} satisfies Sign<'quick' | 'slow'>
