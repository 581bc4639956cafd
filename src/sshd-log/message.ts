import { countedAddress } from './address.ts'
import { TURNED_AWAY } from './message-turned-away.ts'
import type { Message, MessageReader } from './message-reader.ts'
import type { LineKind } from './types.ts'

/** PerSourceMaxStartups is likelier than a MaxStartups below the default of all releases since 6.2 (openssh.md 1.3). */
export const DEFAULT_BEGIN = 10

const LEVEL = /^(error|fatal|debug[123]): /
const LEVELS = new Set(['e', 'f', 'd'])
const PREAUTH = ' [preauth]'

/** Everything in front of an address is the stranger's: these are anchored at the end of the message. */
const END_SSH2 = / from (\S{1,255}) port (\d{1,5}) {1,2}ssh[12]$/
const END_PORT = / from (\S{1,255}) port (\d{1,5})$/
const END_BARE = / from (\S{1,255})$/
/** What `auth_log` puts behind the address: a key, a certificate, a host key, a principal (auth.c, auth2-pubkey.c, auth2-hostbased.c). */
const DETAIL = / from (\S{1,255}) port (\d{1,5}) ssh[12]: (?=\S)/g
const KEY_DETAIL = /^\S+ (?:SHA256:[\w+/]+|MD5:[\da-f:]+|[\da-f:]+)(?: ID .* \(serial \d+\) CA \S+ \S+)?(?:, .*)?$/
const CONNECTION_END = /(?:^| )(\S{1,255}) port (\d{1,5})$/
const CONNECTION_END_OLD = /(?:^| )(\S{1,255})$/
const LOOKS_LIKE_HOST = /^[\w.:%-]+$/
const GRACE =
  /^Timeout before authentication for (?:connection from (\S{1,255})(?: to \S{1,255})?, pid = \d+.{0,60}|(\S{1,255}?)(?: port (\d{1,5}))?\.?)$/
const PAM_FAILURE =
  /^pam_\w{1,30}\(sshd:auth\): (?:authentication failure|received for user .* ?: \d+ \(Authentication failure\))/

interface Origin {
  before: string
  address: string
  port?: number
}

function origin(message: string, pattern: RegExp): Origin | undefined {
  const m = pattern.exec(message)
  if (!m || !LOOKS_LIKE_HOST.test(m[1]!)) return undefined
  const found: Origin = { before: message.slice(0, m.index), address: countedAddress(m[1]!) }
  if (m[2] !== undefined) found.port = Number(m[2])
  return found
}

const from = (message: string): Origin | undefined => origin(message, END_PORT) ?? origin(message, END_BARE)

function place(kind: LineKind, at: Origin | undefined): Message {
  const message: Message = { kind }
  if (!at) return message
  message.address = at.address
  if (at.port !== undefined) message.port = at.port
  return message
}

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

const ACCOUNTS: readonly [string, NonNullable<Message['account']>][] = [
  ['authenticating user ', 'authenticating'],
  ['invalid user ', 'invalid'],
  ['user ', 'user'],
]

/** `[authenticating user |invalid user |user ]U A port P`, where the connection is named. */
function connection(kind: LineKind, text: string): Message | undefined {
  const account = ACCOUNTS.find(([words]) => text.startsWith(words))
  const named = account ? text.slice(account[0].length) : text
  const end = origin(named, CONNECTION_END) ?? origin(named, CONNECTION_END_OLD)
  if (!end || (!account && end.before !== '')) return undefined
  const said = place(kind, end)
  if (account) {
    said.account = account[1]
    said.user = end.before
  }
  return said
}

const WAYS_TO_END: readonly [string, LineKind][] = [
  ['Connection closed by ', 'closed'],
  ['Connection reset by ', 'reset'],
  ['Disconnected from ', 'disconnected'],
  ['Timeout, client not responding from ', 'client-timeout'],
  ['terminating inactive connection from ', 'inactive'],
]

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

/** In front of the address stands a stranger's name, behind it sshd's reason, which may have a stranger's names as well. */
const DISCONNECTING = [
  /^(.* |)(\S{1,255}) port (\d{1,5}): (Too many authentication failures)$/,
  /^(.*? |)(\S{1,255}) port (\d{1,5}): (.*)$/,
]

function disconnecting(message: string): Message | undefined {
  if (message.startsWith('Disconnecting: ')) return { kind: 'disconnecting', reason: message.slice(15) }
  if (!message.startsWith('Disconnecting ')) return undefined
  const account = ACCOUNTS.find(([words]) => message.startsWith(words, 14))
  const named = message.slice(14 + (account?.[0].length ?? 0))
  const m = DISCONNECTING[0]!.exec(named) ?? DISCONNECTING[1]!.exec(named)
  if (!m || !LOOKS_LIKE_HOST.test(m[2]!)) return undefined
  const said: Message = { kind: 'disconnecting', address: countedAddress(m[2]!), port: Number(m[3]), reason: m[4]! }
  if (account) {
    said.user = m[1]!.slice(0, -1)
    said.account = account[1]
  }
  return said
}

function grace(message: string): Message | undefined {
  const m = GRACE.exec(message)
  if (!m) return undefined
  const said: Message = { kind: 'grace-timeout', address: countedAddress((m[1] ?? m[2])!) }
  if (m[3] !== undefined) said.port = Number(m[3])
  return said
}

function named(kind: LineKind, message: string, pattern: RegExp): Message | undefined {
  const m = pattern.exec(message)
  if (!m) return undefined
  const said: Message = { kind }
  const { address, port, user, reason } = m.groups ?? {}
  if (address !== undefined) said.address = countedAddress(address)
  if (port !== undefined) said.port = Number(port)
  if (user !== undefined) said.user = user
  if (reason !== undefined) said.reason = reason
  return said
}

/** By the first words; the first that fits. `undefined` of a reader: the next is asked. */
const READERS: readonly MessageReader[] = [
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
  ...WAYS_TO_END.map(([words, kind]): [string, (message: string) => Message | undefined] => [
    words,
    (m) => connection(kind, m.slice(words.length)),
  ]),
  ['Timeout, client not responding', () => ({ kind: 'client-timeout' })],
  ['Timeout before authentication for ', grace],
  [
    'Received disconnect from ',
    (m) =>
      named(
        'received-disconnect',
        m,
        // The blank in front of the code is of the releases before `port`: without it the groups of an IPv6 address look like a code.
        /^Received disconnect from (?<address>\S+?)(?: port (?<port>\d{1,5}): ?|: )\d{1,10}: ?(?<reason>.*)$/,
      ),
  ],
  ['Received signal ', (m) => (m.includes('terminating') ? { kind: 'terminating' } : undefined)],
  ['Received SIGHUP; restarting', () => ({ kind: 'restarting' })],
  ['Disconnecting', disconnecting],
  [
    'Connection from ',
    (m) => named('connection', m, /^Connection from (?<address>\S+)(?: port (?<port>\d{1,5})(?: |$)|$)/),
  ],
  ['Magic value check failed ', (m) => place('bad-packet', from(m))],
  ['Did not receive identification string from ', (m) => place('no-identification', from(m))],
  ['Bad protocol version identification ', (m) => place('bad-identification', from(m))],
  ['Bad remote protocol version identification', () => ({ kind: 'bad-identification' })],
  ['kex_exchange_identification: ', (m) => ({ kind: 'kex-identification', reason: m.slice(29) })],
  [
    'banner exchange: Connection from ',
    (m) => named('banner-exchange', m, /from (?<address>\S+) port (?<port>\d{1,5}): (?<reason>.*)$/),
  ],
  [
    'Protocol major versions differ',
    (m) => named('protocol-mismatch', m, / for (?<address>\S+): /) ?? { kind: 'protocol-mismatch' },
  ],
  [
    'Unable to negotiate with ',
    (m) =>
      named('no-common-algorithm', m, /with (?<address>\S+?)(?: port (?<port>\d{1,5}))?: (?<reason>no matching .*)$/),
  ],
  ['Unable to negotiate a key exchange method', () => ({ kind: 'no-common-algorithm' })],
  ['no matching ', () => ({ kind: 'no-common-algorithm' })],
  ['Bad packet length ', () => ({ kind: 'bad-packet' })],
  [
    'ssh_dispatch_run_fatal: Connection from ',
    (m) => {
      const colon = /^(.* port \d{1,5}): (.*)$/.exec(m.slice(40))
      const said = colon ? connection('dispatch-error', colon[1]!) : undefined
      return said ? { ...said, reason: colon![2]! } : { kind: 'dispatch-error' }
    },
  ],
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
  [
    'pam_unix(sshd:session): session opened for user ',
    (m) => named('session-opened', m, /user (?<user>.*?)(?:\(uid=\d+\))?(?: by .*)?$/),
  ],
  ['pam_unix(sshd:session): session closed for user ', (m) => named('session-closed', m, /user (?<user>.*)$/)],
  ['pam_', (m) => (PAM_FAILURE.test(m) ? pamFailure(m) : undefined)],
  ['no more sessions', () => ({ kind: 'no-more-sessions' })],
  ['bad ownership or modes for chroot directory', (m) => ({ kind: 'chroot-refused', reason: m })],
  ...TURNED_AWAY,
  ['refused connect from ', (m) => named('refused', m, /\((?<address>[^()\s]+)\)$/)],
  ['Server listening on ', (m) => named('listening', m, /^Server listening on (?<address>\S+) port (?<port>\d{1,5})/)],
  ['Bind to port ', () => ({ kind: 'bind-failed' })],
  ['Cannot bind any address', () => ({ kind: 'bind-failed' })],
  ['accept: ', (m) => ({ kind: 'accept-failed', reason: m.slice(8) })],
  ['fork: ', (m) => ({ kind: 'fork-failed', reason: m.slice(6) })],
  ['rexec of ', (m) => ({ kind: 'exec-failed', reason: m })],
  ['privsep_preauth: exec of ', (m) => ({ kind: 'exec-failed', reason: m })],
  ['Unable to load host key', (m) => ({ kind: 'no-host-keys', reason: m })],
  ['sshd: no hostkeys available', (m) => ({ kind: 'no-host-keys', reason: m })],
  ['no hostkeys available', (m) => ({ kind: 'no-host-keys', reason: m })],
  ['Missing privilege separation directory', (m) => ({ kind: 'privsep-directory-missing', reason: m })],
  ['/etc/ssh/', (m) => (/ line \d+: /.test(m) ? { kind: 'config-error', reason: m } : undefined)],
  ['mm_reap: ', (m) => ({ kind: 'child-ended', reason: m })],
  [
    'session process ',
    (m) =>
      named(
        'child-ended',
        m,
        /^(?<reason>session process \d+ for connection from (?<address>\S+) to .* killed by .*)$/,
      ),
  ],
]

const byFirst = new Map<string, (typeof READERS)[number][]>()
for (const reader of READERS) {
  const first = reader[0][0]!
  byFirst.set(first, [...(byFirst.get(first) ?? []), reader])
}

/**
 * What sshd says in a message, behind its tag; `other` for what is none of the kinds. `begin` is the first number of MaxStartups: a drop with fewer
 * pending is PerSourceMaxStartups' (openssh.md 1.3).
 */
export function recogniseMessage(text: string, begin: number = DEFAULT_BEGIN): Message {
  let message = text.trim()
  const preauth = message.endsWith(PREAUTH)
  if (preauth) message = message.slice(0, -PREAUTH.length)
  const level = LEVELS.has(message[0] ?? '') ? LEVEL.exec(message) : null
  if (level) {
    message = message.slice(level[0].length)
    if (level[1]!.startsWith('debug') && !message.startsWith('drop connection #')) return { kind: 'other' }
  }
  for (const [words, read] of byFirst.get(message[0] ?? '') ?? []) {
    if (!message.startsWith(words)) continue
    const said = read(message, begin)
    if (said) return preauth ? { ...said, preauth: true } : said
  }
  return preauth ? { kind: 'other', preauth: true } : { kind: 'other' }
}
