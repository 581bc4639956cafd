import type { Entry } from '../entry.ts'
import { byWords, is, noCommon } from '../finding.ts'
import { lookupFailure } from '../network-errors.ts'
import { said } from '../said.ts'

const net = said({ by: 'go-ssh', level: 'error', road: 'breaks', source: 'Go 1.24, net/dial.go, net/net.go OpError' })
const ssh = said({ by: 'go-ssh', level: 'error', step: 'kex', road: 'breaks', source: 'x/crypto 0.38, ssh' })
const auth = said({
  by: 'go-ssh',
  level: 'error',
  step: 'auth',
  road: 'breaks',
  source: 'x/crypto 0.38, ssh/client_auth.go',
})
const key = said({ by: 'go-ssh', level: 'error', step: 'client', road: 'breaks', source: 'x/crypto 0.38, ssh/keys.go' })
const packet = said({
  by: 'go-ssh',
  level: 'error',
  step: 'kex',
  road: 'breaks',
  message: 'client-packet-corrupted',
  source: 'x/crypto 0.38, ssh/cipher.go',
})
const corrupt = is('kex-corrupt')

/** Go's x/crypto/ssh and the programs over it: Terraform, Packer, rclone, Drone, gitlab-runner, docker, k0s, act. */
export const ENTRIES: readonly Entry[] = [
  net(
    'go-dial-empty-host',
    /\bdial (?:tcp[46]?|ssh):? :(?<port>\d{1,5}): (?:connect: )?(?<reason>.{1,100})/,
    'The program was given an empty host name and dialled its own machine.',
    { step: 'client', message: 'client-destination-empty', ends: (m) => byWordsOf(m[2]) },
  ),
  net(
    'go-dial-lookup',
    /\bdial tcp: lookup \S{1,255}(?: on \S{1,60})?: (.{1,100})/,
    'The program could not look up the name of the host.',
    {
      step: 'name',
      source: 'Go 1.24, net/dnsclient.go DNSError',
      ends: (m) => ({ failure: lookupFailure(m[1] ?? '') }),
    },
  ),
  net('go-dial-lookup-empty', /\bdial tcp: lookup : (?<reason>.{1,100})/, 'The program was given an empty host name.', {
    step: 'client',
    message: 'client-destination-empty',
    ends: (m) => ({ failure: lookupFailure(m[1] ?? '') }),
  }),
  net(
    'go-dial-missing-address',
    /\bdial tcp: (?:missing address|address (?<path>[^\s:]{0,255}): missing port in address)/,
    'The program was given no address, or one without a port.',
    {
      step: 'client',
      source: 'Go 1.24, net/ipsock.go errMissingPort, net/net.go errMissingAddress',
    },
  ),
  net(
    'go-dial',
    /\bdial tcp[46]? \S{1,100}: (?:connect: )?(.{1,100})/,
    'The program could not connect to this address.',
    { step: 'port', ends: byWords },
  ),
  auth(
    'go-nothing-to-try',
    /\bssh: unable to authenticate, attempted methods \[none\]/,
    'The program had neither a key nor a password that the server takes.',
    {
      message: 'client-no-key',
      ends: is('permission-denied'),
    },
  ),
  auth(
    'go-unable-to-authenticate',
    /\bssh: unable to authenticate, attempted methods \[([^\]]{0,200})\]/,
    'The server refused every way to log in that the program tried; the list says which.',
    { ends: is('permission-denied') },
  ),
  ssh(
    'go-host-key-changed',
    /\bknownhosts: key mismatch|\bssh: host key mismatch\b/,
    'The server shows another host key than the one that is known.',
    {
      source: 'x/crypto 0.38, ssh/knownhosts/knownhosts.go, ssh/client.go',
      ends: is('host-key-changed'),
    },
  ),
  ssh(
    'go-host-key-unknown',
    /\bknownhosts: key is unknown|\bssh: no authorities for hostname\b/,
    'The host key of the server is not known.',
    {
      source: 'x/crypto 0.38, ssh/knownhosts/knownhosts.go, ssh/certs.go',
      ends: is('host-key-unknown'),
    },
  ),
  ssh(
    'go-host-key-callback',
    /\bssh: must specify HostKeyCallback\b/,
    'The program was not told how to check the host key.',
    { step: 'client', source: 'x/crypto 0.38, ssh/client.go', ends: is('config-unusable') },
  ),
  ssh(
    'go-no-common-algorithm',
    /\bssh: no common algorithm for (?<algorithm>[\w ]{1,60}); (?:client offered: \[[^\]]{0,2000}\], server offered: \[(?<theirs>[^\]]{0,2000})\]|we offered: \[[^\]]{0,2000}\], peer offered: \[([^\]]{0,2000})\])/,
    'The program and the server have no algorithm of this kind in common.',
    {
      source: 'x/crypto 0.38, ssh/common.go findCommon',
      ends: (m) => noCommon(m[1], (m[2] ?? m[3] ?? '').split(' ').join(',')),
    },
  ),
  ssh(
    'go-version-string',
    /\bssh: overflow reading version string|\bssh: invalid version string|\bssh: junk character in version line/,
    'The other side sent no identification of SSH.',
    {
      step: 'banner',
      source: 'x/crypto 0.38, ssh/transport.go readVersion',
      ends: is('banner-garbage'),
    },
  ),
  packet(
    'go-mac-failure',
    /\bssh: MAC failure\b/,
    'A packet failed its check: something changed the bytes, or one side encrypts wrongly.',
    { ends: corrupt },
  ),
  packet(
    'go-packet-length',
    /\bssh: invalid packet length, packet too (?:large|small)\b|\bssh: packet too large\b/,
    'A packet arrived with an impossible length.',
    { ends: corrupt },
  ),
  packet(
    'go-padding',
    /\bssh: (?:illegal padding \d{1,3}|padding \d{1,3} too large)\b/,
    'A packet failed its check: something changed the bytes, or one side encrypts wrongly.',
    { ends: corrupt },
  ),
  packet(
    'go-cipher-authentication',
    /\bchacha20: message authentication failed\b|\bcipher: message authentication failed\b/,
    'A packet failed its check: something changed the bytes, or one side encrypts wrongly.',
    {
      source: 'Go 1.24, crypto/cipher/gcm.go',
      ends: corrupt,
    },
  ),
  ssh(
    'go-handshake-reset',
    /\bssh: handshake failed: .{0,200}(?:connection reset by peer|forcibly closed)/,
    'The connection was reset before the login was through.',
    {
      source: 'x/crypto 0.38, ssh/client.go NewClientConn',
      ends: is('reset'),
    },
  ),
  ssh('go-handshake-timeout', /\bssh: handshake failed: .{0,200}i\/o timeout\b/, 'The server did not answer in time.', {
    source: 'x/crypto 0.38, ssh/client.go NewClientConn',
    ends: is('timed-out'),
  }),
  ssh(
    'go-handshake-eof',
    /\bssh: handshake failed: (?:.{0,100}: )?EOF\b/,
    'The server closed the connection before the login was through.',
    { source: 'x/crypto 0.38, ssh/client.go NewClientConn', ends: is('closed') },
  ),
  ssh(
    'go-too-many-failures',
    /\bssh: handshake failed: ssh: disconnect, reason 2: too many authentication failures/i,
    'The server ended the login after too many attempts.',
    { step: 'auth', source: 'x/crypto 0.38, ssh/messages.go disconnectMsg', ends: is('too-many-failures') },
  ),
  ssh(
    'go-disconnect',
    /\bssh: disconnect, reason (?<limit>\d{1,5}): (?<reason>.{0,200})/,
    'The server ended the connection and said why.',
    { source: 'x/crypto 0.38, ssh/messages.go disconnectMsg', ends: is('disconnected', { weak: true }) },
  ),
  auth(
    'go-signature-algorithm',
    /\bssh: no common public key signature algorithm, server only supports (?<theirs>.{1,400}?) for key type "(?<algorithm>[\w@.-]{1,80})", signer only supports .{1,400}$/,
    'The key can sign in no way that the server takes.',
    {
      message: 'client-signature-algorithm',
      source: 'x/crypto 0.38, ssh/client_auth.go pickSignatureAlgorithm',
      ends: is('permission-denied'),
    },
  ),
  auth(
    'go-algorithm-restricted',
    /\bssh: algorithm "(?<algorithm>[\w@.-]{1,80})" is (?:restricted for the provided signer|not supported for key type)/,
    'The key may not sign in the way that is asked for.',
    {
      message: 'client-signature-algorithm',
      source: 'x/crypto 0.38, ssh/keys.go',
    },
  ),
  auth(
    'go-certificate-expired',
    /\bssh: cert(?:ificate)? (?:has expired|is not yet valid)\b/,
    'The certificate is not valid at this time.',
    {
      step: 'auth',
      message: 'client-certificate-refused',
      source: 'x/crypto 0.38, ssh/certs.go CheckCert',
    },
  ),
  auth(
    'go-certificate-authority',
    /\bssh: certificate signed by unrecognized authority\b/,
    'The certificate comes from an authority that is not trusted here.',
    {
      message: 'client-certificate-refused',
      source: 'x/crypto 0.38, ssh/certs.go Authenticate, CheckHostKey',
    },
  ),
  auth(
    'go-certificate-principal',
    /\bssh: principal "(?<user>.{1,200}?)" not in the set of valid principals for given certificate: (?<theirs>.{1,400})$/,
    'The certificate does not name this user or this host.',
    {
      message: 'client-certificate-refused',
      source: 'x/crypto 0.38, ssh/certs.go CheckCert',
    },
  ),
  auth('go-certificate-revoked', /\bssh: certificate serial \d{1,20} revoked\b/, 'The certificate is revoked.', {
    message: 'client-certificate-refused',
    source: 'x/crypto 0.38, ssh/certs.go CheckCert',
  }),
  key(
    'go-no-key-found',
    /\bssh: no key found\b/,
    'The text that should be a private key is empty, cut off or in another format.',
    { ends: is('config-unusable', { weak: true }) },
  ),
  key(
    'go-key-passphrase',
    /\bssh: this private key is passphrase protected\b|\bssh: cannot decode encrypted private keys\b|\bssh: key is not password protected\b/,
    'The private key has a passphrase, and the program was given none.',
    {
      ends: is('permission-denied', { weak: true }),
    },
  ),
  key(
    'go-key-unsupported',
    /\bssh: unsupported key type (?:%T|"?[\w. -]{1,60}"?)/,
    'The program does not know this kind of key.',
  ),
  key(
    'go-key-parse',
    /\bssh: (?:failed to parse private key|unmarshal error for field \w{1,40} of type \w{1,40})/,
    'The private key cannot be read.',
    { source: 'x/crypto 0.38, ssh/messages.go, ssh/keys.go' },
  ),
  key(
    'go-agent',
    /\bagent: (?:failure|client error: .{1,200}|generic agent failure|failed to list keys)/,
    'The agent refused what it was asked for.',
    {
      step: 'auth',
      message: 'client-agent-refused',
      source: 'x/crypto 0.38, ssh/agent/client.go',
    },
  ),
  auth(
    'go-channel-prohibited',
    /\bssh: rejected: administratively prohibited \((?<reason>.{0,200})\)/,
    'The server refused to open the channel; it forbids forwarding.',
    {
      step: 'session',
      message: 'client-forwarding-refused',
      source: 'x/crypto 0.38, ssh/channel.go OpenChannelError, RejectionReason',
      ends: is('session-refused', { weak: true }),
    },
  ),
  auth(
    'go-channel-rejected',
    /\bssh: rejected: (?:connect failed|unknown channel type|resource shortage) \((?<reason>.{0,200})\)/,
    'The server refused to open the channel.',
    {
      step: 'session',
      source: 'x/crypto 0.38, ssh/channel.go OpenChannelError',
      ends: is('session-refused', { weak: true }),
    },
  ),
  auth(
    'go-forward-denied',
    /\bssh: tcpip-forward request denied by peer\b/,
    'The server refused to forward the port.',
    {
      step: 'session',
      message: 'client-forwarding-refused',
      source: 'x/crypto 0.38, ssh/tcpip.go',
      ends: is('session-refused', { weak: true }),
    },
  ),
  auth(
    'go-request-failed',
    /\bssh: (?:command .{1,200} failed|could not start shell|setenv failed|subsystem request failed)/,
    'The server refused the command, the shell or the subsystem.',
    {
      step: 'session',
      source: 'x/crypto 0.38, ssh/session.go',
      ends: is('session-refused', { weak: true }),
    },
  ),
  auth(
    'go-exit-missing',
    /\bwait: remote command exited without exit status or exit signal\b/,
    'The session ended before the command said how it ended.',
    {
      step: 'session',
      source: 'x/crypto 0.38, ssh/session.go ExitMissingError',
      ends: is('session-closed', { weak: true }),
    },
  ),
  auth(
    'go-process-exited',
    /\bProcess exited with status (?<limit>\d{1,5})(?: from signal \w{1,20})?/,
    'The login worked; the command on the server failed.',
    {
      level: 'info',
      step: 'session',
      road: 'passes',
      source: 'x/crypto 0.38, ssh/session.go ExitError',
    },
  ),
]

const byWordsOf = (text: string | undefined) => byWords(/(.*)/.exec(text ?? '')!)
