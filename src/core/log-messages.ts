/** Who writes a message, and about what. */
interface Manners {
  /** `client`: whatever program connects, to its user. `sshd`: the server, PAM's modules for it included. `others`: the rest of the server's machine. */
  by: 'client' | 'sshd' | 'others'
  /**
   * `server`: the whole server, whoever came; by the listener, or by a child that did not live to learn who it was. `login`: one
   * connection. `session`: one as well, but by the child that serves it, whose number stands in no other line.
   */
  about: 'server' | 'login' | 'session'
  /** Strangers who try names and keys bring it about all day: in a log with a crowd of them it tells nothing of the reader's own login. */
  strangers?: true
  /** A machine in good health says it as well: it names its fault only beside a connection that fails. */
  everyday?: true
  /** Somebody's wording of what another refused: where that one's own word stands as well, it outranks this. */
  wording?: true
}

/**
 * What a line of a server's log, or of a client's own output, may say of why logins fail, whichever release and program wrote it. The names say
 * what the line says, not what it means: which fault a message names stands with the fault (`namedBy`). The lines themselves stand in `words/`.
 */
export const LOG_MESSAGE = {
  'fork-failed': { by: 'sshd', about: 'server' },
  'too-many-open-files': { by: 'sshd', about: 'server' },
  'refused-by-wrappers': { by: 'sshd', about: 'login', strangers: true },
  'no-host-keys': { by: 'sshd', about: 'server' },
  'privsep-directory-unusable': { by: 'sshd', about: 'server' },
  'child-crashed': { by: 'sshd', about: 'server' },
  'address-penalised': { by: 'sshd', about: 'login', strangers: true },
  'user-excluded': { by: 'sshd', about: 'login', strangers: true },
  'shell-unusable': { by: 'sshd', about: 'session', strangers: true },
  'account-locked': { by: 'sshd', about: 'login', strangers: true },
  'account-denied-by-module': { by: 'sshd', about: 'login', strangers: true },
  'account-said-expired': { by: 'sshd', about: 'login', wording: true },
  'account-expired': { by: 'sshd', about: 'login' },
  'system-booting': { by: 'others', about: 'server' },
  'nologin-file': { by: 'sshd', about: 'login' },
  'key-file-unsafe': { by: 'sshd', about: 'login' },
  'key-refused': { by: 'sshd', about: 'login' },
  'session-refused': { by: 'sshd', about: 'session', wording: true },
  'certificate-not-yet-valid': { by: 'sshd', about: 'login' },
  'certificate-expired': { by: 'sshd', about: 'login' },
  'root-refused': { by: 'sshd', about: 'login', strangers: true },
  'no-common-algorithm': { by: 'sshd', about: 'login', strangers: true },
  'configuration-refused': { by: 'sshd', about: 'login' },
  'account-refused-by-pam': { by: 'sshd', about: 'login', strangers: true },
  'address-banned': { by: 'others', about: 'server', strangers: true },
  'killed-for-memory': { by: 'others', about: 'server' },
  'task-blocked': { by: 'others', about: 'server' },
  'connection-table-full': { by: 'others', about: 'server' },
  'packet-blocked': { by: 'others', about: 'server', strangers: true },
  'service-failed': { by: 'others', about: 'server' },
  'service-stopped': { by: 'others', about: 'server' },
  'dropped-past-maxstartups': { by: 'sshd', about: 'server' },
  'dropped-per-source': { by: 'sshd', about: 'server' },
  'bind-not-permitted': { by: 'sshd', about: 'server' },
  'no-address-bound': { by: 'sshd', about: 'server' },
  'address-in-use': { by: 'sshd', about: 'server' },
  'too-many-attempts': { by: 'sshd', about: 'login', strangers: true, wording: true },
  'key-algorithm-not-accepted': { by: 'sshd', about: 'login', strangers: true, wording: true },
  'certificate-principal-missing': { by: 'sshd', about: 'login' },
  'certificate-authority-unknown': { by: 'sshd', about: 'login' },
  'certificate-source-refused': { by: 'sshd', about: 'login' },
  'user-unknown': { by: 'sshd', about: 'login', strangers: true },
  'access-rule-refused': { by: 'sshd', about: 'login', strangers: true },
  'keys-file-unreadable': { by: 'sshd', about: 'login', wording: true },
  'keys-command-failed': { by: 'sshd', about: 'login' },
  'grace-time-over': { by: 'sshd', about: 'login', strangers: true },
  'too-many-logins': { by: 'sshd', about: 'session' },
  'logind-unanswering': { by: 'sshd', about: 'session' },
  'forwarding-refused': { by: 'sshd', about: 'session' },
  'packet-corrupted': { by: 'sshd', about: 'login', strangers: true },
  'socket-unit-listens': { by: 'others', about: 'server', everyday: true },
  'selinux-denied': { by: 'others', about: 'server' },
  'apparmor-denied': { by: 'others', about: 'server' },
  'client-destination-empty': { by: 'client', about: 'login' },
  'client-agent-refused': { by: 'client', about: 'login' },
  'client-authenticator-failed': { by: 'client', about: 'login' },
  'client-no-key': { by: 'client', about: 'login' },
  // A client that has no method left has had its key refused, which says more, or never had one to offer.
  'client-no-method-left': { by: 'client', about: 'login', wording: true },
  'client-key-refused': { by: 'client', about: 'login' },
  'client-control-path-too-long': { by: 'client', about: 'login' },
  'client-packet-corrupted': { by: 'client', about: 'login' },
  'client-signature-algorithm': { by: 'client', about: 'login' },
  'client-certificate-refused': { by: 'client', about: 'login' },
  'client-forwarding-refused': { by: 'client', about: 'session' },
} as const satisfies Record<string, Manners>

export type LogMessage = keyof typeof LOG_MESSAGE
export const LOG_MESSAGES = Object.keys(LOG_MESSAGE) as LogMessage[]
