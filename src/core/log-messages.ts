/** Who writes a message, and about what. */
interface Manners {
  by: 'sshd' | 'others'
  /**
   * `server`: the whole server, whoever came; by the listener, or by a child that did not live to learn who it was. `login`: one
   * connection. `session`: one as well, but by the child that serves it, whose number stands in no other line.
   */
  about: 'server' | 'login' | 'session'
}

/**
 * What a line of a server's log may say of why logins fail, whichever release and program wrote it. The names say what the line says,
 * not what it means: which fault a message names stands with the fault (`namedBy`).
 */
export const LOG_MESSAGE = {
  'fork-failed': { by: 'sshd', about: 'server' },
  'too-many-open-files': { by: 'sshd', about: 'server' },
  'refused-by-wrappers': { by: 'sshd', about: 'login' },
  'no-host-keys': { by: 'sshd', about: 'server' },
  'privsep-directory-unusable': { by: 'sshd', about: 'server' },
  'child-crashed': { by: 'sshd', about: 'server' },
  'address-penalised': { by: 'sshd', about: 'login' },
  'user-excluded': { by: 'sshd', about: 'login' },
  'shell-unusable': { by: 'sshd', about: 'session' },
  'account-locked': { by: 'sshd', about: 'login' },
  'account-denied-by-module': { by: 'sshd', about: 'login' },
  'account-expired': { by: 'sshd', about: 'login' },
  'nologin-file': { by: 'sshd', about: 'login' },
  'key-file-unsafe': { by: 'sshd', about: 'login' },
  'key-refused': { by: 'sshd', about: 'login' },
  'session-refused': { by: 'sshd', about: 'session' },
  'certificate-not-yet-valid': { by: 'sshd', about: 'login' },
  'certificate-expired': { by: 'sshd', about: 'login' },
  'root-refused': { by: 'sshd', about: 'login' },
  'no-common-algorithm': { by: 'sshd', about: 'login' },
  'configuration-refused': { by: 'sshd', about: 'login' },
  'account-refused-by-pam': { by: 'sshd', about: 'login' },
  'address-banned': { by: 'others', about: 'server' },
  'killed-for-memory': { by: 'others', about: 'server' },
  'task-blocked': { by: 'others', about: 'server' },
  'connection-table-full': { by: 'others', about: 'server' },
  'packet-blocked': { by: 'others', about: 'server' },
  'service-failed': { by: 'others', about: 'server' },
} as const satisfies Record<string, Manners>

export type LogMessage = keyof typeof LOG_MESSAGE
export const LOG_MESSAGES = Object.keys(LOG_MESSAGE) as LogMessage[]
