import type { Entry } from '../entry.ts'
import { byWords, denied, is } from '../finding.ts'
import { said } from '../said.ts'

const throws = said({
  by: 'ssh-net',
  level: 'error',
  road: 'breaks',
  source: 'SSH.NET 2025.0, src/Renci.SshNet/Session.cs',
})
const windows = said({
  by: 'system',
  level: 'error',
  step: 'port',
  road: 'breaks',
  source: "Windows' messages of WSAECONNREFUSED, WSAETIMEDOUT, WSAECONNRESET",
})

/** SSH.NET, which .NET programs and Posh-SSH use, and Windows' own words for a failed connect. */
export const ENTRIES: readonly Entry[] = [
  throws(
    'ssh-net-no-method',
    /\bNo suitable authentication method found to complete authentication \(([^)]{0,200})\)/,
    'The server refused every way to log in that the program had; the list says what it offers.',
    {
      step: 'auth',
      source: 'SSH.NET 2025.0, src/Renci.SshNet/ClientAuthentication.cs',
      ends: (m) => denied(m[1]),
    },
  ),
  throws(
    'ssh-net-permission-denied',
    /\bSshAuthenticationException: Permission denied \(([^)]{0,200})\)/,
    'The server refused this way to log in.',
    {
      step: 'auth',
      source: 'SSH.NET 2025.0, src/Renci.SshNet/ClientAuthentication.cs',
      ends: is('permission-denied'),
    },
  ),
  throws(
    'ssh-net-banner',
    /\bdoes not contain SSH (?:protocol identification|identification string)\b/,
    'The other side sent no identification of SSH.',
    {
      step: 'banner',
      source: 'SSH.NET 2025.0, src/Renci.SshNet/Connection/ProtocolVersionExchange.cs',
      ends: is('banner-garbage'),
    },
  ),
  throws(
    'ssh-net-connect-timeout',
    /\bConnection failed to establish within \d{1,9} milliseconds\b/,
    'Nothing answered in time.',
    {
      step: 'port',
      source: 'SSH.NET 2025.0, src/Renci.SshNet/Abstractions/SocketAbstraction.cs',
      ends: is('connect-timeout'),
    },
  ),
  throws('ssh-net-read-timeout', /\bSocket read operation has timed out\b/, 'The server sent nothing in time.', {
    step: 'banner',
    source: 'SSH.NET 2025.0, src/Renci.SshNet/Abstractions/SocketAbstraction.cs',
    ends: is('banner-timeout'),
  }),
  throws(
    'ssh-net-aborted',
    /\bAn established connection was aborted by the server\b/,
    'The server closed the connection.',
    { ends: is('closed') },
  ),
  throws(
    'ssh-net-server-closed',
    /\bThe connection was closed by the remote host\b/,
    'The server closed the connection.',
    {
      source: 'SSH.NET 2025.0, src/Renci.SshNet/Connection/ProtocolVersionExchange.cs',
      ends: is('closed', { weak: true }),
    },
  ),
  throws(
    'ssh-net-key-exchange',
    /\bFailed to negotiate key exchange algorithm\b|\bKey exchange negotiation failed\b/,
    'The program and the server have no algorithm of one kind in common.',
    {
      step: 'kex',
      source: 'SSH.NET 2025.0, src/Renci.SshNet/Security/KeyExchange.cs',
      ends: is('no-common-algorithm'),
    },
  ),
  throws(
    'ssh-net-algorithm-not-found',
    /\b(?:Client|Server) (?:HMAC|encryption|compression) algorithm not found\b/,
    'The program and the server have no algorithm of one kind in common.',
    {
      step: 'kex',
      source: 'SSH.NET 2025.0, src/Renci.SshNet/Security/KeyExchange.cs',
      ends: is('no-common-algorithm'),
    },
  ),
  throws('ssh-net-host-key', /\bHost key could not be verified\b/, 'The program does not trust the host key.', {
    step: 'kex',
    ends: is('host-key-unknown'),
  }),
  throws(
    'ssh-net-mac',
    /\bSshConnectionException: MAC error\b|\bSshConnectionException: Bad packet length(?:: \d{1,10})?\./,
    'A packet failed its check: something changed the bytes, or one side encrypts wrongly.',
    {
      step: 'kex',
      message: 'client-packet-corrupted',
      ends: is('kex-corrupt'),
    },
  ),
  throws(
    'ssh-net-key-file',
    /\bSshException: (?:Invalid (?:private key|SSH2 private key|certificate|private key file|certificate file)\.|(?:OpenSSH key type|Key type|Key|Cipher method) '(?<algorithm>[\w@.-]{1,60})')/,
    'The private key cannot be read.',
    {
      step: 'client',
      source: 'SSH.NET 2025.0, src/Renci.SshNet/PrivateKeyFile.cs',
    },
  ),
  throws(
    'ssh-net-passphrase',
    /\bSshPassPhraseNullOrEmptyException\b|\bSshException: Invalid passphrase\./,
    'The key has a passphrase, and the program was given none or a wrong one.',
    {
      step: 'client',
      source: 'SSH.NET 2025.0, src/Renci.SshNet/PrivateKeyFile.cs',
    },
  ),
  throws('ssh-net-not-connected', /\bClient not connected\.$/, 'The connection was gone when it should be used.', {
    ends: is('closed', { weak: true }),
  }),
  throws(
    'ssh-net-channel',
    /\bSshException: Failed to open a channel after \d{1,4} attempts\./,
    'The server did not open the channel.',
    { step: 'session', ends: is('session-refused', { weak: true }) },
  ),
  windows(
    'windows-connect',
    /\b((?:No connection could be made because|A connection attempt failed because|An existing connection was forcibly) .{1,150})/,
    'Windows could not connect to this address, or the connection was cut.',
    { ends: byWords },
  ),
]
