import type { Entry } from '../../entry.ts'

/**
 * auth.c auth_log, which writes these with holes for nearly all of it. A user's name may hold anything: the address is the last but one that
 * could be one.
 */

const SOURCE = 'OpenSSH 6.6 to 10.5: auth.c auth_log'

/** The methods sshd has (auth2-methods.c, auth1.c), and how keyboard-interactive asks. */
const METHOD =
  '(?:none|password|publickey|hostbased|rhosts|rsa|rhosts-rsa|gssapi-with-mic|gssapi-keyex|gssapi|(?:keyboard-interactive|challenge-response)(?:/\\w{1,20})?)'
const FROM = String.raw`from (?<address>\S{1,255})(?: port (?<port>\d{1,5}))?(?: ssh[12])?(?:: .{0,1000})?$`

const logged = (word: string, more: Pick<Entry, 'id' | 'says'> & Partial<Entry>): Entry => ({
  by: 'sshd',
  level: 'info',
  step: 'auth',
  source: SOURCE,
  words: new RegExp(`^${word} ${METHOD} for (?<user>.{0,255}) ${FROM}`),
  ...more,
})

export const ENTRIES: readonly Entry[] = [
  logged('Accepted', { id: 'login-accepted', road: 'passes', says: 'sshd let this user in.' }),
  logged('Postponed', {
    id: 'login-postponed',
    says: 'sshd goes on with this login: the method needs another round.',
  }),
  logged('Partial', {
    id: 'login-partial',
    says: 'This method worked, and sshd wants another one besides (AuthenticationMethods).',
  }),
  logged('Failed', {
    id: 'login-failed',
    road: 'breaks',
    says: 'sshd refused what this user offered; for a key that may be one of several that are tried in turn.',
  }),
  {
    ...logged('Failed', {
      id: 'login-failed-invalid-user',
      road: 'breaks',
      says: 'sshd refused this login: the server has no user of this name, or does not let this one in.',
    }),
    words: new RegExp(`^Failed ${METHOD} for (?:invalid|illegal) user (?<user>.{0,255}) ${FROM}`),
  },
]
