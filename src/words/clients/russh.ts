import type { Entry } from '../entry.ts'
import { is, noCommon } from '../finding.ts'
import { said } from '../said.ts'

/** russh's and thrussh's errors are short; only those that nobody else says count without the name of the program. */
const fails = said({ by: 'russh', level: 'error', road: 'breaks', source: 'russh 0.54, russh/src/lib.rs Error' })

export const ENTRIES: readonly Entry[] = [
  fails(
    'russh-no-common',
    /\bNo common (?<algorithm>Kex|Key|Cipher|Compression|Mac) algorithm - ours: \[[^\]]{0,2000}\], theirs: \[(?<theirs>[^\]]{0,2000})\]/,
    'The program and the server have no algorithm of this kind in common.',
    {
      step: 'kex',
      ends: (m) => noCommon(m[1], m[2]),
    },
  ),
  fails(
    'russh-key-changed',
    /\bThe server key changed at line (?<line>\d{1,7})\b/,
    'The server shows another host key than the one in known_hosts.',
    { step: 'kex', ends: is('host-key-changed') },
  ),
  fails('russh-unknown-key', /^(?:Error: )?Unknown server key$/, 'The host key of the server is not known.', {
    step: 'kex',
    ends: is('host-key-unknown'),
  }),
  fails(
    'russh-wrong-signature',
    /^(?:Error: )?Wrong server signature$/,
    "The server's proof of its host key does not hold.",
    { step: 'kex', ends: is('kex-corrupt') },
  ),
  fails(
    'russh-packet-code',
    /^(?:Error: )?(?:Wrong packet authentication code|Failed to decrypt a packet|Bad packet size: \d{1,12})$/,
    'A packet failed its check: something changed the bytes, or one side encrypts wrongly.',
    {
      step: 'kex',
      message: 'client-packet-corrupted',
      ends: is('kex-corrupt'),
    },
  ),
  fails('russh-closed', /^(?:Error: )?Connection closed by the remote side$/, 'The server closed the connection.', {
    ends: is('closed'),
  }),
  fails('russh-version', /^(?:Error: )?invalid SSH version string$/, 'The other side sent no identification of SSH.', {
    step: 'banner',
    ends: is('banner-garbage'),
  }),
  fails(
    'russh-no-method',
    /^(?:Error: )?No authentication method$/,
    'The server offers no way to log in that the program has.',
    { step: 'auth', ends: is('permission-denied') },
  ),
  fails(
    'russh-channel',
    /^(?:Error: )?Failed to open channel \((?<reason>AdministrativelyProhibited|ConnectFailed|UnknownChannelType|ResourceShortage|Unknown)\)$/,
    'The server refused to open the channel.',
    { step: 'session', ends: is('session-refused', { weak: true }) },
  ),
  fails(
    'russh-request',
    /^(?:Error: )?The request was rejected by the other party$/,
    'The server refused what was asked for.',
    { step: 'session', ends: is('session-refused', { weak: true }) },
  ),
  fails(
    'russh-key-encrypted',
    /^(?:Error: )?The key is (?:encrypted|corrupt)$/,
    'The private key has a passphrase, or is damaged.',
    { step: 'client', source: 'russh 0.54, russh/src/keys/mod.rs' },
  ),
  fails('russh-timeouts', /^(?:Error: )?(?:Keepalive|Inactivity) timeout$/, 'The server does not answer any more.', {
    step: 'session',
    ends: is('broken-pipe'),
  }),
]
