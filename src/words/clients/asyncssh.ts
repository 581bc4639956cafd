import type { Entry } from '../entry.ts'
import { is, noCommon } from '../finding.ts'
import { said } from '../said.ts'

const raises = said({ by: 'asyncssh', level: 'error', road: 'breaks', source: 'asyncssh 2.21, asyncssh/connection.py' })
const logs = said({ by: 'asyncssh', level: 'debug', source: 'asyncssh 2.21, asyncssh/connection.py' })

/** asyncssh: what it raises, and its log behind `[conn=0] `. */
export const ENTRIES: readonly Entry[] = [
  raises(
    'asyncssh-permission-denied',
    /\basyncssh(?:\.\w{1,20}){0,2}\.PermissionDenied\b|^Permission denied for user (?<user>\S{1,100}) on host /,
    'The server refused every way to log in.',
    {
      step: 'auth',
      ends: is('permission-denied'),
    },
  ),
  raises(
    'asyncssh-host-key',
    /\bHost key is not trusted\b|\bNo trusted server host keys available\b|\bHostKeyNotVerifiable\b/,
    'The host key of the server is not known.',
    {
      step: 'kex',
      ends: is('host-key-unknown'),
    },
  ),
  raises(
    'asyncssh-connection-lost',
    /\basyncssh(?:\.\w{1,20}){0,2}\.ConnectionLost\b/,
    'The server closed the connection.',
    {
      ends: is('closed'),
    },
  ),
  raises(
    'asyncssh-no-matching',
    /\bNo matching (?<algorithm>[\w -]{1,40}) algorithm found, sent [\w@.,+<>-]{1,2000} and received (?<theirs>[\w@.,+<>-]{1,2000})/,
    'asyncssh and the server have no algorithm of this kind in common.',
    { step: 'kex', ends: (m) => noCommon(m[1], m[2]) },
  ),
  raises(
    'asyncssh-key-exchange',
    /\basyncssh(?:\.\w{1,20}){0,2}\.KeyExchangeFailed\b|\bNo matching key exchange algorithm\b/,
    'asyncssh and the server have no algorithm of one kind in common.',
    {
      step: 'kex',
      ends: is('no-common-algorithm'),
    },
  ),
  raises(
    'asyncssh-mac',
    /\basyncssh(?:\.\w{1,20}){0,2}\.MACError\b|\bMAC verification failed\b/,
    'A packet failed its check: something changed the bytes, or one side encrypts wrongly.',
    {
      step: 'kex',
      message: 'client-packet-corrupted',
      ends: is('kex-corrupt'),
    },
  ),
  raises(
    'asyncssh-protocol',
    /\bUnsupported SSH version\b|\basyncssh(?:\.\w{1,20}){0,2}\.ProtocolNotSupported\b/,
    'The server speaks another version of the SSH protocol.',
    {
      step: 'banner',
      ends: is('protocol-mismatch'),
    },
  ),
  raises(
    'asyncssh-channel-open',
    /\basyncssh(?:\.\w{1,20}){0,2}\.ChannelOpenError\b/,
    'The server refused to open the channel.',
    {
      step: 'session',
      ends: is('session-refused', { weak: true }),
    },
  ),
  raises(
    'asyncssh-key-import',
    /\basyncssh(?:\.\w{1,20}){0,2}\.(?:KeyImportError|KeyEncryptionError)\b/,
    'The private key cannot be read, or not without its passphrase.',
    { step: 'client', source: 'asyncssh 2.21, asyncssh/public_key.py' },
  ),
  raises(
    'asyncssh-disconnect',
    /\basyncssh(?:\.\w{1,20}){0,2}\.DisconnectError\b/,
    'The server ended the connection and said why.',
    { source: 'asyncssh 2.21, asyncssh/misc.py', ends: is('disconnected', { weak: true }) },
  ),
  logs(
    'asyncssh-log-received-version',
    /^\[conn=\d{1,6}\] Received version (?<program>SSH-.{1,250})$/,
    'The server said what it is.',
    { step: 'banner', road: 'passes' },
  ),
  logs(
    'asyncssh-log-kex',
    /^\[conn=\d{1,6}\] (?:Requesting|Received|Beginning) key exchange(?: request)?$/,
    'The key exchange runs.',
    { step: 'kex' },
  ),
  logs('asyncssh-log-kex-completed', /^\[conn=\d{1,6}\] Completed key exchange$/, 'The key exchange is through.', {
    step: 'kex',
    road: 'passes',
  }),
  logs(
    'asyncssh-log-trying',
    /^\[conn=\d{1,6}\] Trying (?:public key auth with (?<algorithm>[\w@.-]{1,60}) key|password auth|keyboard-interactive auth|GSS (?:MIC|key exchange) auth|GSS key exchange auth)$/,
    'asyncssh tries to log in.',
    { step: 'auth' },
  ),
  logs(
    'asyncssh-log-beginning',
    /^\[conn=\d{1,6}\] Beginning auth for user (?<user>.{1,100})$/,
    'asyncssh begins the login.',
    { level: 'info', step: 'auth' },
  ),
  logs('asyncssh-log-succeeded', /^\[conn=\d{1,6}\] Auth for user (?<user>.{1,100}) succeeded$/, 'The login worked.', {
    level: 'info',
    step: 'auth',
    road: 'passes',
  }),
  logs(
    'asyncssh-log-failed',
    /^\[conn=\d{1,6}\] Auth failed for user (?<user>.{1,100})$/,
    'The server refused the login.',
    { level: 'info', step: 'auth', road: 'breaks' },
  ),
  logs(
    'asyncssh-log-disconnect',
    /^\[conn=\d{1,6}\] Received disconnect: (?<reason>.{1,200}) \(\d{1,10}\)$/,
    'The server ended the connection and said why.',
    { road: 'breaks' },
  ),
]
