import type { Entry } from '../entry.ts'
import { is } from '../finding.ts'
import { said } from '../said.ts'

const fails = said({ by: 'libssh2', level: 'error', road: 'breaks', source: 'libssh2 1.11, src' })
const auth = said({
  by: 'libssh2',
  level: 'error',
  step: 'auth',
  road: 'breaks',
  source: 'libssh2 1.11, src/userauth.c',
})
const curl = said({ by: 'curl', level: 'error', road: 'breaks', source: 'curl 8.14, lib/vssh/libssh2.c' })
const curlLog = said({ by: 'curl', level: 'debug', source: 'curl 8.14, lib/vssh/libssh2.c' })

/** libssh2 (git with libgit2, PHP's ssh2, curl, Cargo), and curl over it. */
export const ENTRIES: readonly Entry[] = [
  fails(
    'libssh2-exchange-keys',
    /\bUnable to exchange encryption keys\b/,
    'The program and the server have no algorithm of one kind in common.',
    {
      step: 'kex',
      source: 'libssh2 1.11, src/session.c session_startup',
      ends: is('no-common-algorithm'),
    },
  ),
  fails('libssh2-kex-unrecoverable', /\bUnrecoverable error exchanging keys\b/, 'The key exchange failed.', {
    step: 'kex',
    source: 'libssh2 1.11, src/kex.c',
    ends: is('no-common-algorithm', { weak: true }),
  }),
  fails(
    'libssh2-host-key-signature',
    /\bUnable to verify hostkey signature\b/,
    "The server's proof of its host key does not hold.",
    { step: 'kex', source: 'libssh2 1.11, src/kex.c', ends: is('kex-corrupt') },
  ),
  auth('libgit2-authenticate', /\b[Ff]ailed to authenticate SSH session\b/, 'The server refused the login.', {
    source: 'libgit2 1.9, src/libgit2/transports/ssh_libssh2.c',
    ends: is('permission-denied'),
  }),
  auth('cargo-no-usernames', /\bno usernames succeeded\b/, 'The server refused every user that Cargo tried.', {
    by: 'git',
    source: 'Cargo 1.85, sources/git/utils.rs',
    ends: is('permission-denied'),
  }),
  curl('curl-login-denied', /^curl: \(67\) /, 'The server refused the login.', {
    step: 'auth',
    source: 'curl 8.14, include/curl/curl.h CURLE_LOGIN_DENIED',
    ends: is('permission-denied'),
  }),
  auth(
    'libssh2-username-key',
    /\bUsername\/PublicKey combination invalid\b/,
    'The server does not take this key for this user, or not with this signature.',
    { ends: is('permission-denied') },
  ),
  auth(
    'libssh2-signature',
    /\bInvalid signature for supplied public key, or bad username\/public key combination\b/,
    'The server refused the signature; often because it does not take SHA-1 any more.',
    { ends: is('permission-denied') },
  ),
  auth('libssh2-callback-sign', /\bCallback returned error\b/, 'The key could not sign.', {
    ends: is('permission-denied', { weak: true }),
  }),
  auth('libssh2-password', /\bAuthentication failed \(username\/password\)/, 'The server refused the password.', {
    ends: is('permission-denied'),
  }),
  auth(
    'libssh2-keyboard-interactive',
    /\bAuthentication failed \(keyboard-interactive\)/,
    'The server refused the answers.',
    { ends: is('permission-denied') },
  ),
  auth(
    'libssh2-key-format',
    /\bUnable to extract public key from private key\b|\bUnsupported private key format\b/,
    'The private key is in a format that this build of libssh2 cannot read.',
    { step: 'client', source: 'libssh2 1.11, src/openssl.c', ends: is('permission-denied', { weak: true }) },
  ),
  auth('libssh2-passphrase', /\bWrong passphrase for private key\b/, 'The passphrase of the key file is wrong.', {
    step: 'client',
    source: 'libssh2 1.11, src/openssl.c',
  }),
  auth(
    'libssh2-open-key',
    /\bUnable to open (?:private|public) key file\b/,
    'The key file is not there, or may not be read.',
    { step: 'client', source: 'libssh2 1.11, src/userauth.c file_read_publickey' },
  ),
  auth('libssh2-agent-sign', /\bagent sign failure\b/, 'The agent has the key and refused to sign with it.', {
    message: 'client-agent-refused',
    source: 'libssh2 1.11, src/agent.c',
  }),
  auth(
    'libssh2-agent-connect',
    /\bunable to connect to agent pipe\b|\bfailed connecting with agent\b/,
    'No agent answered.',
    { level: 'warning', step: 'client', source: 'libssh2 1.11, src/agent.c' },
  ),
  fails('libssh2-socket-disconnect', /\bsocket disconnect\b/, 'The server closed the connection.', {
    source: 'libssh2 1.11, src/transport.c',
    ends: is('closed', { weak: true }),
  }),
  fails(
    'libssh2-mac',
    /\bInvalid MAC received\b/,
    'A packet failed its check: something changed the bytes, or one side encrypts wrongly.',
    {
      step: 'kex',
      message: 'client-packet-corrupted',
      source: 'libssh2 1.11, src/packet.c, src/transport.c',
      ends: is('kex-corrupt'),
    },
  ),
  fails(
    'libssh2-channel-open',
    /(?<!\(SSH\) )\bChannel open failure(?: \((?<reason>[\w .]{1,80})\))?/,
    'The server refused to open the channel.',
    { step: 'session', source: 'libssh2 1.11, src/channel.c', ends: is('session-refused', { weak: true }) },
  ),
  fails(
    'libssh2-forward',
    /\bUnable to complete request for forward-listen\b/,
    'The server refused to forward the port.',
    { step: 'session', message: 'client-forwarding-refused', source: 'libssh2 1.11, src/channel.c' },
  ),
  fails(
    'libssh2-request-denied',
    /\bUnable to complete request for (?:channel-process-startup|channel-setenv|channel request-pty|auth-agent)\b/,
    'The server refused the command, the shell or the terminal.',
    { step: 'session', source: 'libssh2 1.11, src/channel.c', ends: is('session-refused', { weak: true }) },
  ),
  fails(
    'libssh2-subsystem',
    /\bUnable to startup channel\b|\bUnable to request SFTP subsystem\b/,
    'The login worked, and the server started no SFTP.',
    { step: 'session', source: 'libssh2 1.11, src/sftp.c', ends: is('session-refused', { weak: true }) },
  ),

  // curl's words for either; with ssh's own schemes it is the host key.
  curl(
    'curl-remote-key',
    /\bSSL peer certificate or SSH remote key was not OK\b/,
    'curl does not trust the host key.',
    { step: 'kex', source: 'curl 8.14, lib/strerror.c CURLE_PEER_FAILED_VERIFICATION', ends: is('host-key-unknown') },
  ),
  curl(
    'curl-denied-session',
    /\bDenied establishing ssh session: (?<reason>.{1,200})/,
    'The host key is not the one that curl was told.',
    { step: 'kex', ends: is('host-key-changed') },
  ),
  curl(
    'curl-failure-establishing',
    /\bFailure establishing ssh session(?:: (?<limit>-?\d{1,4}), (?<reason>.{1,200}))?/,
    'curl could not begin to speak SSH.',
    { step: 'kex', ends: is('closed', { weak: true }) },
  ),
  curl(
    'curl-authentication-failure',
    /^(?:curl: \(\d{1,3}\) )?Authentication failure$/,
    'The server refused the login.',
    { step: 'auth', ends: is('permission-denied') },
  ),
  curl('curl-ssh-layer', /^curl: \(79\) /, 'curl failed somewhere in SSH.', {
    source: 'curl 8.14, include/curl/curl.h CURLE_SSH',
  }),
  curlLog(
    'curl-log-fingerprint',
    /^(?:\* )?SSH (?:SHA256|MD5) fingerprint: (?<theirs>[\w+/=:]{1,100})$/,
    'The server showed its host key.',
    { step: 'kex', road: 'passes' },
  ),
  curlLog(
    'curl-log-methods',
    /^(?:\* )?SSH(?:: host offers authentication via| authentication methods available): (?<theirs>[\w@.,-]{1,200})$/,
    'The server lists the ways to log in that it offers.',
    { step: 'auth' },
  ),
  curlLog(
    'curl-log-complete',
    /^(?:\* )?(?:SSH: authentication complete|Authentication complete|SSH CONNECT phase done)$/,
    'The login worked.',
    { step: 'auth', road: 'passes' },
  ),
  curlLog(
    'curl-log-known-host',
    /^(?:\* )?SSH: (?:did not find host '.{1,255}' in '.{1,300}'|host check \d{1,3}, key: .{1,300}|found host '.{1,255}' in '.{1,300}'|knownhost entry matches host key)$/,
    'curl looked the host key up in known_hosts.',
    { step: 'kex' },
  ),
]
