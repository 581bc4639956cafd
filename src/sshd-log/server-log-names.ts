import { recogniseMessage } from './message.ts'
import type { Message } from './message-reader.ts'
import type { LineKind } from './types.ts'

/**
 * What sshd itself calls by name when a login fails on its side: the fault's id by the kind of the line, read by the recogniser
 * (openssh.md 4.2 and 4.3, texts of 6.x to 10.5).
 */
const BY_KIND: Partial<Record<LineKind, string | ((said: Message) => string | undefined)>> = {
  // The listener's own fork; that of the session's child is among the words below.
  'fork-failed': 'fork-refused',
  'accept-failed': ({ reason = '' }) => (reason === 'Too many open files' ? 'descriptors-exhausted' : undefined),
  refused: 'denied-by-tcp-wrappers',
  'no-host-keys': 'host-keys-unusable',
  'privsep-directory-missing': 'privsep-directory-missing',
  // 9.8 on: the listener says how the child ended, and whom it makes pay for that.
  'child-ended': ({ reason = '' }) =>
    /^session process .* killed by signal \d/.test(reason) ? 'sshd-child-dies' : undefined,
  'drop-penalty': ({ reason, address }) =>
    reason === 'caused crash' ? 'sshd-child-dies' : address === undefined ? undefined : 'per-source-penalty',
  'exec-failed': ({ reason = '' }) => (/ failed\b/.test(reason) ? 'sshd-child-dies' : undefined),
  'not-allowed': ({ reason = '' }) => notAllowed(reason),
  'key-file-refused': 'strict-modes-refuses',
  'signature-algorithm': 'key-not-accepted',
  'root-refused': 'root-login-forbidden',
  'no-common-algorithm': ({ reason }) => (reason === undefined ? undefined : 'no-common-algorithm'),
  'no-more-sessions': 'sessions-refused',
  // Behind the open door: a ChrootDirectory that is not root's own (session.c safely_chroot).
  'chroot-refused': 'sessions-refused',
}

/** auth.c allowed_user: each reason ends the line, where no user name reaches. */
function notAllowed(reason: string): string | undefined {
  if (/(?:AllowUsers|DenyUsers|not in any group|DenyGroups|AllowGroups)$/.test(reason)) return 'user-not-allowed'
  if (/^shell .* (?:does not exist|is not executable)$/.test(reason)) return 'shell-exits'
  if (reason === 'account is locked') return 'account-locked'
  return reason === '/etc/nologin exists' ? 'logins-closed' : undefined
}

/** What the recogniser has no kind for, since nothing else of it counts; strangers' words can only stand where `.*` is. */
const BY_WORDS: readonly [RegExp, string][] = [
  [/^do_exec_(?:no_)?pty: fork: /, 'fork-refused'],
  [
    /^(?:reexec socketpair|(?:\w{1,40}: )?pipe(?:\(\w{1,40}\)| \w{1,10})?): Too many open files/,
    'descriptors-exhausted',
  ],
  [
    /^chroot\("[^"]{1,200}"\): No such file|^\/\S{1,100} must be owned by root and not group or world-writable/,
    'privsep-directory-missing',
  ],
  // What PAM's own modules say of an account (Linux-PAM 1.4 to 1.7); sshd then says the same of them all.
  [
    /^pam_(?:access\([^)]{1,40}\): access denied for user|listfile\([^)]{1,40}\): Refused user|tally2?\([^)]{1,40}\): user .* tally \d|faillock\([^)]{1,40}\): Consecutive login failures for user)/,
    'account-locked',
  ],
  [/^pam_unix\([^)]{1,40}:account\): (?:account .* has expired|expired password for user )/, 'account-expired'],
  [
    /^\/.{1,300}: Authentication tried for .* with correct key but not from a permitted host|^Refused by key options$|^Authentication key .* revoked by file |^Unsafe AuthorizedKeysCommand |^userauth_pubkey: (?:signature algorithm|key type) \S{1,60} not in PubkeyAccepted/,
    'key-not-accepted',
  ],
  [/^PAM: pam_open_session\(\): |^bad ownership or modes for chroot |^safely_chroot: stat\("/, 'sessions-refused'],
  // sshd ends at once after each (servconf.c process_server_config, sshd.c server_listen); the two that begin otherwise are remarks.
  [
    /^\S{0,300}sshd_config\S{0,200} (?:terminating, \d{1,5} bad configuration option|line \d{1,6}: (?!Deprecated option|Unsupported option))|^Cannot bind any address/,
    'nothing-listens',
  ],
]

/** The fault a line of sshd's names by its kind alone. */
export function faultOfKind(said: Message): string | undefined {
  const found = BY_KIND[said.kind]
  return typeof found === 'function' ? found(said) : found
}

/** The fault an sshd message names, if it names one: the words behind tag and level. */
export function faultNamedBy(message: string): string | undefined {
  return faultOfKind(recogniseMessage(message)) ?? BY_WORDS.find(([pattern]) => pattern.test(message))?.[1]
}

/**
 * sshd says no more of a PAM account module's refusal than that there was one: what it leaves possible. Not a fault's own name,
 * so only a log that names nothing else is read by it.
 */
export const LEFT_BY_PAM_DENIED: readonly string[] = ['account-locked', 'logins-closed', 'account-expired']

/** Every fault sshd can name, in a fixed order: the values of the sign. */
export const NAMED_FAULTS: readonly string[] = [
  'fork-refused',
  'descriptors-exhausted',
  'denied-by-tcp-wrappers',
  'host-keys-unusable',
  'privsep-directory-missing',
  'sshd-child-dies',
  'per-source-penalty',
  'user-not-allowed',
  'shell-exits',
  'account-locked',
  'account-expired',
  'logins-closed',
  'strict-modes-refuses',
  'key-not-accepted',
  'sessions-refused',
  'root-login-forbidden',
  'no-common-algorithm',
  'nothing-listens',
]
