import { countedAddress } from './address.ts'
import { END_BARE, END_SSH2, from, LOOKS_LIKE_HOST, named, origin, place } from './message-origin.ts'
import type { Message, MessageReader } from './message-reader.ts'
import type { LineKind } from './types.ts'

/** What `auth_log` puts behind the address: a key, a certificate, a host key, a principal (auth.c, auth2-pubkey.c, auth2-hostbased.c). */
const DETAIL = / from (\S{1,255}) port (\d{1,5}) ssh[12]: (?=\S)/g
const KEY_DETAIL = /^\S+ (?:SHA256:[\w+/]+|MD5:[\da-f:]+|[\da-f:]+)(?: ID .* \(serial \d+\) CA \S+ \S+)?(?:, .*)?$/
const PAM_FAILURE =
  /^pam_\w{1,30}\(sshd:auth\): (?:authentication failure|received for user .* ?: \d+ \(Authentication failure\))/

const OUTCOMES: Readonly<Record<string, LineKind>> = {
  Accepted: 'accepted',
  Failed: 'failed',
  Postponed: 'postponed',
  Partial: 'partial',
}

/**
 * `Failed password for [invalid user ]U from A port P ssh2[: DETAIL]`. A certificate's id stands behind the address and is a stranger's word as well.
 * So the first origin counts that is followed by nothing but a key; where none is (a Kerberos principal), the first for users that exist, whose names
 * hold no ` from `, the last for those that do not.
 */
function authentication(message: string): Message | undefined {
  const m = /^(Accepted|Failed|Postponed|Partial) (\S{1,60}) for (invalid user )?/.exec(message)
  if (!m) return undefined
  let end = origin(message, END_SSH2)
  if (!end) {
    const tails = [...message.matchAll(DETAIL)]
    const keyed = tails.find((found) => KEY_DETAIL.test(message.slice(found.index + found[0].length)))
    const tail = keyed ?? (m[3] ? tails.at(-1) : tails[0])
    if (tail && LOOKS_LIKE_HOST.test(tail[1]!))
      end = { before: message.slice(0, tail.index), address: countedAddress(tail[1]!), port: Number(tail[2]) }
  }
  // Releases before 5.9 and other writers leave out protocol or port.
  end ??= from(message)
  if (!end || end.before.length < m[0].length - 1) return undefined
  const said = place(OUTCOMES[m[1]!]!, end)
  if (said.kind === 'failed' && m[2] === 'none') said.kind = 'failed-none'
  said.method = m[2]!
  said.user = end.before.slice(m[0].length)
  if (m[3]) said.account = 'invalid'
  return said
}

function because(message: string): Message | undefined {
  const at = message.lastIndexOf(' not allowed because ')
  if (!message.startsWith('User ') || at < 0) return undefined
  const who = message.slice(0, at)
  const said = place('not-allowed', origin(who, END_BARE))
  said.user = (said.address === undefined ? who : who.slice(0, who.lastIndexOf(' from '))).slice(5)
  said.reason = message.slice(at + 21)
  said.account = 'invalid'
  return said
}

function pamError(message: string): Message | undefined {
  const m = /^PAM: (.{1,100}?) for (illegal user )?(?=.* from )/.exec(message)
  // macOS adds through which of its own addresses.
  const end = m ? origin(message.replace(/ via \S{1,255}$/, ''), END_BARE) : undefined
  if (!m || !end || end.before.length < m[0].length - 1) return undefined
  const said = place('pam-error', end)
  said.user = end.before.slice(m[0].length)
  said.reason = m[1]!
  if (m[2]) said.account = 'invalid'
  return said
}

function pamFailure(message: string): Message {
  const said: Message = { kind: 'pam-failure' }
  const m = / rhost=(\S*) {0,2}(?:user=(.*))?$/.exec(message)
  if (m?.[1]) said.address = countedAddress(m[1])
  if (m?.[2]) said.user = m[2]
  return said
}

/** What sshd and PAM say of attempts to log in. */
export const AUTHENTICATION: readonly MessageReader[] = [
  ['Failed ', authentication],
  ['Accepted key ', () => ({ kind: 'accepted-key' })],
  ['Accepted ', authentication],
  ['Postponed ', authentication],
  ['Partial ', authentication],
  [
    'Invalid user ',
    (m) => {
      const end = from(m)
      if (!end || end.before.length < 12) return undefined
      return { ...place('invalid-user', end), user: end.before.slice(13), account: 'invalid' }
    },
  ],
  // 4.x: `Illegal user`.
  [
    'Illegal user ',
    (m) => ({ ...place('invalid-user', from(m)), user: from(m)?.before.slice(13), account: 'invalid' }),
  ],
  ['User ', because],
  ['ROOT LOGIN REFUSED FROM ', (m) => named('root-refused', m, /FROM (?<address>\S+)(?: port (?<port>\d{1,5}))?$/)],
  [
    'maximum authentication attempts exceeded for ',
    (m) => {
      const end = origin(m, END_SSH2)
      if (!end) return undefined
      const invalid = m.startsWith('invalid user ', 45)
      const said: Message = { ...place('max-attempts', end), user: end.before.slice(invalid ? 58 : 45) }
      return invalid ? { ...said, account: 'invalid' } : said
    },
  ],
  ['Too many authentication failures for ', (m) => place('max-attempts', origin(m, END_SSH2) ?? from(m))],
  ['userauth_pubkey: ', (m) => (/ not in \w+$/.test(m) ? { kind: 'signature-algorithm', reason: m } : undefined)],
  [
    'reverse mapping checking getaddrinfo for ',
    (m) => named('reverse-dns', m, / \[(?<address>[^\]\s]+)\] /) ?? { kind: 'reverse-dns' },
  ],
  ['Nasty PTR record ', (m) => named('reverse-dns', m, / is set up for (?<address>\S+), ignoring$/)],
  ['Address ', (m) => named('reverse-dns', m, /^Address (?<address>\S+) maps to /)],
  ['Authentication refused: bad ownership or modes for ', (m) => ({ kind: 'key-file-refused', reason: m.slice(24) })],
  [
    'Could not open ',
    (m) =>
      named(
        'key-file-unreadable',
        m,
        /^Could not open (?:user '(?<user>.*?)' )?(?<reason>authorized .*|'.*authorized_keys.*)$/,
      ),
  ],
  ['PAM: ', pamError],
  ['PAM ', (m) => (/^PAM \d+ more authentication failures?; /.test(m) ? pamFailure(m) : undefined)],
  ['Access denied for user ', (m) => named('pam-denied', m, /user (?<user>.*) by PAM account configuration$/)],
  ['pam_', (m) => (PAM_FAILURE.test(m) ? pamFailure(m) : undefined)],
]
