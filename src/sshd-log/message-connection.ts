import { countedAddress } from './address.ts'
import { from, LOOKS_LIKE_HOST, named, origin, place } from './message-origin.ts'
import type { Message, MessageReader } from './message-reader.ts'
import type { LineKind } from './types.ts'

const CONNECTION_END = /(?:^| )(\S{1,255}) port (\d{1,5})$/
const CONNECTION_END_OLD = /(?:^| )(\S{1,255})$/
const GRACE =
  /^Timeout before authentication for (?:connection from (\S{1,255})(?: to \S{1,255})?, pid = \d+.{0,60}|(\S{1,255}?)(?: port (\d{1,5}))?\.?)$/

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

/** What sshd says of a connection's life, from its first byte to the end of its sessions. */
export const CONNECTION: readonly MessageReader[] = [
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
  [
    'pam_unix(sshd:session): session opened for user ',
    (m) => named('session-opened', m, /user (?<user>.*?)(?:\(uid=\d+\))?(?: by .*)?$/),
  ],
  ['pam_unix(sshd:session): session closed for user ', (m) => named('session-closed', m, /user (?<user>.*)$/)],
  ['no more sessions', () => ({ kind: 'no-more-sessions' })],
  ['bad ownership or modes for chroot directory', (m) => ({ kind: 'chroot-refused', reason: m })],
]
