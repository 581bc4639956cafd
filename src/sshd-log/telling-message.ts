import type { LogMessage } from '../core/log-messages.ts'
import { recogniseMessage } from './message.ts'
import type { Message } from './message-reader.ts'
import type { LineKind } from './types.ts'

/** What sshd says when a login fails on its side, by the kind of the line (openssh.md 4.2 and 4.3, texts of 6.x to 10.5). */
const BY_KIND: Partial<Record<LineKind, LogMessage | ((said: Message) => LogMessage | undefined)>> = {
  // The listener's own fork; that of the session's child is among the words below.
  'fork-failed': 'fork-failed',
  'accept-failed': ({ reason = '' }) => (reason === 'Too many open files' ? 'too-many-open-files' : undefined),
  refused: 'refused-by-wrappers',
  'no-host-keys': 'no-host-keys',
  'privsep-directory-missing': 'privsep-directory-unusable',
  // 9.8 on: the listener says how the child ended, and whom it makes pay for that.
  'child-ended': ({ reason = '' }) =>
    /^session process .* killed by signal \d/.test(reason) ? 'child-crashed' : undefined,
  'drop-penalty': ({ reason, address }) =>
    reason === 'caused crash' ? 'child-crashed' : address === undefined ? undefined : 'address-penalised',
  'exec-failed': ({ reason = '' }) => (/ failed\b/.test(reason) ? 'child-crashed' : undefined),
  'not-allowed': ({ reason = '' }) => notAllowed(reason),
  'key-file-refused': 'key-file-unsafe',
  'signature-algorithm': 'key-refused',
  'root-refused': 'root-refused',
  'no-common-algorithm': ({ reason }) => (reason === undefined ? undefined : 'no-common-algorithm'),
  'no-more-sessions': 'session-refused',
  // Behind the open door: a ChrootDirectory that is not root's own (session.c safely_chroot).
  'chroot-refused': 'session-refused',
  'pam-denied': 'account-refused-by-pam',
}

/** auth.c allowed_user: each reason ends the line, where no user name reaches. */
function notAllowed(reason: string): LogMessage | undefined {
  if (/(?:AllowUsers|DenyUsers|not in any group|DenyGroups|AllowGroups)$/.test(reason)) return 'user-excluded'
  if (/^shell .* (?:does not exist|is not executable)$/.test(reason)) return 'shell-unusable'
  if (reason === 'account is locked') return 'account-locked'
  return reason === '/etc/nologin exists' ? 'nologin-file' : undefined
}

/** What the recogniser has no kind for, since nothing else of it counts; strangers' words can only stand where `.*` is. */
const BY_WORDS: readonly [RegExp, LogMessage][] = [
  [/^do_exec_(?:no_)?pty: fork: /, 'fork-failed'],
  [/^(?:reexec socketpair|(?:\w{1,40}: )?pipe(?:\(\w{1,40}\)| \w{1,10})?): Too many open files/, 'too-many-open-files'],
  [
    /^chroot\("[^"]{1,200}"\): No such file|^\/\S{1,100} must be owned by root and not group or world-writable/,
    'privsep-directory-unusable',
  ],
  // What PAM's own modules say of an account (Linux-PAM 1.4 to 1.7); sshd then says the same of them all.
  [
    /^pam_(?:access\([^)]{1,40}\): access denied for user|listfile\([^)]{1,40}\): Refused user|tally2?\([^)]{1,40}\): user .* tally \d|faillock\([^)]{1,40}\): Consecutive login failures for user)/,
    'account-denied-by-module',
  ],
  [/^pam_unix\([^)]{1,40}:account\): (?:account .* has expired|expired password for user )/, 'account-expired'],
  [
    /^\/.{1,300}: Authentication tried for .* with correct key but not from a permitted host|^Refused by key options$|^Authentication key .* revoked by file |^Unsafe AuthorizedKeysCommand |^userauth_pubkey: (?:signature algorithm|key type) \S{1,60} not in PubkeyAccepted/,
    'key-refused',
  ],
  // sshkey.c sshkey_cert_check_authority, in words of its own (seen of 9.2 and 10.0).
  [/^Certificate invalid: not yet valid$/, 'certificate-not-yet-valid'],
  [/^Certificate invalid: expired$/, 'certificate-expired'],
  [/^PAM: pam_open_session\(\): |^bad ownership or modes for chroot |^safely_chroot: stat\("/, 'session-refused'],
  // sshd ends at once after each (servconf.c process_server_config, sshd.c server_listen); the two that begin otherwise are remarks.
  [
    /^\S{0,300}sshd_config\S{0,200} (?:terminating, \d{1,5} bad configuration option|line \d{1,6}: (?!Deprecated option|Unsupported option))|^Cannot bind any address/,
    'configuration-refused',
  ],
]

/** The message of a line of sshd's, by its kind alone. */
export function messageOfKind(said: Message): LogMessage | undefined {
  const found = BY_KIND[said.kind]
  return typeof found === 'function' ? found(said) : found
}

/** What the words behind tag and level say of why a login fails; undefined where they say nothing of it. */
export function tellingMessage(message: string): LogMessage | undefined {
  return messageOfKind(recogniseMessage(message)) ?? BY_WORDS.find(([pattern]) => pattern.test(message))?.[1]
}

/** auth.c auth_secure_path, misc.c safe_path: the path stands at the end of sshd's own sentence. */
export const unsafePathIn = (line: string): string | undefined =>
  /Authentication refused: bad ownership or modes for (?:file|directory) (\/.*)$/.exec(line)?.[1]
