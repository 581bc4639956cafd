/**
 * What sshd itself calls by name when a login fails on its side: fault id by message (openssh.md 4.2 and 4.3, texts of 6.x to
 * 10.5). The message is the one behind tag and level; strangers' words can only stand where `.*` is.
 */
const NAMED: readonly [RegExp, string][] = [
  [/^fork: /, 'fork-refused'],
  [/^accept: Too many open files/, 'descriptors-exhausted'],
  [/^refused connect from /, 'denied-by-tcp-wrappers'],
  [/^(?:sshd: )?no hostkeys available|^Unable to load host key/, 'host-keys-unusable'],
  [/^Missing privilege separation directory|^chroot\("[^"]{1,200}"\): No such file/, 'privsep-directory-missing'],
  // 9.8 on: the listener says how the child ended, and whom it makes pay for that.
  [
    /^session process \d{1,10} for .* killed by signal \d|^drop connection #\d{1,6} from .* penalty: caused crash$/,
    'sshd-child-dies',
  ],
  [/^drop connection #\d{1,6} from \[[^\]]{1,60}\]:\d{1,5} on \S{1,80} penalty: /, 'per-source-penalty'],
  [/^rexec of \S{1,200} failed|^privsep_preauth: exec of \S{1,200} failed/, 'sshd-child-dies'],
  [
    /not allowed because (?:not listed in AllowUsers|listed in DenyUsers|not in any group|a group is listed in DenyGroups|none of user's groups are listed in AllowGroups)$/,
    'user-not-allowed',
  ],
  [/not allowed because shell .* (?:does not exist|is not executable)$/, 'shell-exits'],
  [/not allowed because account is locked$/, 'account-locked'],
  [/not allowed because \/etc\/nologin exists$/, 'logins-closed'],
  [/^Authentication refused: bad ownership or modes for /, 'strict-modes-refuses'],
  [/^ROOT LOGIN REFUSED FROM /, 'root-login-forbidden'],
  [/^Unable to negotiate with .*: no matching /, 'no-common-algorithm'],
  [/^no more sessions$/, 'sessions-refused'],
]

/** The fault an sshd message names, if it names one. */
export function faultNamedBy(message: string): string | undefined {
  return NAMED.find(([pattern]) => pattern.test(message))?.[1]
}

/** Every fault sshd can name, in a fixed order: the values of the sign. */
export const NAMED_FAULTS: readonly string[] = [...new Set(NAMED.map(([, id]) => id))]
