import type { Entry } from '../entry.ts'
import { is, noCommon } from '../finding.ts'
import { said } from '../said.ts'

const sshj = said({ by: 'sshj', level: 'error', road: 'breaks', source: 'sshj 0.40, net.schmizz.sshj' })
const mina = said({ by: 'apache-mina', level: 'error', road: 'breaks', source: 'Apache MINA SSHD 2.15, sshd-core' })
const jenkins = said({
  by: 'jenkins',
  level: 'error',
  road: 'breaks',
  source: "Jenkins' SSH Build Agents plugin 3, Messages.properties",
})
const jenkinsLog = said({
  by: 'jenkins',
  level: 'info',
  source: "Jenkins' SSH Build Agents plugin 3, Messages.properties",
})
const trilead = said({
  by: 'jenkins',
  level: 'error',
  road: 'breaks',
  source: 'Trilead SSH2 build-217, com.trilead.ssh2',
})

/** sshj, Apache MINA SSHD (Maven, Gerrit, JetBrains) and Jenkins with Trilead's library. */
export const ENTRIES: readonly Entry[] = [
  sshj(
    'sshj-exhausted',
    /\bExhausted available authentication methods\b|\bNo more authentication methods available\b/,
    'The server refused every way to log in.',
    {
      step: 'auth',
      source: 'sshj 0.40, SSHClient.java; Apache MINA SSHD 2.15, ClientUserAuthService.java',
      ends: is('permission-denied'),
    },
  ),
  sshj(
    'sshj-no-settlement-of',
    /\bUnable to reach a settlement of (?<algorithm>[\w ]{1,40}): \[[^\]]{0,2000}\] and \[(?<theirs>[^\]]{0,2000})\]/,
    'The program and the server have no algorithm of this kind in common.',
    {
      step: 'kex',
      since: '0.38',
      source: 'sshj 0.40, transport/Proposal.java firstMatch',
      ends: (m) => noCommon(m[1], m[2]),
    },
  ),
  sshj(
    'sshj-no-settlement',
    /\bUnable to reach a settlement: \[[^\]]{0,2000}\] and \[(?<theirs>[^\]]{0,2000})\]/,
    'The program and the server have no algorithm of one kind in common.',
    {
      step: 'kex',
      source: 'sshj 0.27, transport/Proposal.java firstMatch',
      ends: (m) => noCommon('algorithm', m[1]),
    },
  ),
  sshj('sshj-host-key', /\bHOST_KEY_NOT_VERIFIABLE\b/, 'The program does not trust the host key.', {
    step: 'kex',
    source: 'sshj 0.40, common/DisconnectReason.java',
    ends: is('host-key-unknown'),
  }),
  mina('mina-connect-timeout', /\bDefaultConnectFuture\[.{0,200}time(?:d )?-?out/i, 'Nothing answered in time.', {
    step: 'port',
    source: 'Apache MINA SSHD 2.15, future/DefaultConnectFuture.java',
    ends: is('connect-timeout'),
  }),
  sshj(
    'sshj-auth-fail',
    /\bTransportException: .{0,200}: (?:Auth fail|USERAUTH fail|Cannot log in at )/,
    'The server refused the login.',
    {
      step: 'auth',
      by: 'git',
      source: 'JGit 6, org.eclipse.jgit.transport',
      ends: is('permission-denied'),
    },
  ),
  jenkins(
    'jenkins-key-rejected',
    /\bServer rejected the \d{1,3} private key/,
    'The server refused the keys of the credentials.',
    {
      step: 'auth',
      source: "Jenkins' SSH Credentials plugin, TrileadSSHPublicKeyAuthenticator.java",
      ends: is('permission-denied'),
    },
  ),
  jenkins(
    'jenkins-host-key-unknown',
    /\bNo entry currently exists in the Known Hosts file\b/,
    "Jenkins' known_hosts does not have this host.",
    { step: 'kex', ends: is('host-key-unknown') },
  ),
  jenkins(
    'jenkins-host-key-changed',
    /\bkey presented by the remote host does not match the key saved\b/,
    'The server shows another host key than the one that Jenkins knows.',
    { step: 'kex', ends: is('host-key-changed') },
  ),
  mina(
    'mina-disconnect-failures',
    /\bSSH_MSG_DISCONNECT: \d{1,3}:? .{0,40}[Tt]oo many authentication failures/,
    'The server ended the login after too many attempts.',
    {
      step: 'auth',
      source: 'JSch 2.27, Session.java; libssh 0.11, packet_cb.c',
      by: 'jsch',
      ends: is('too-many-failures'),
    },
  ),
  mina('mina-disconnect', /\bSSH_MSG_DISCONNECT: \d{1,3}/, 'The server ended the connection and said why.', {
    by: 'jsch',
    source: 'JSch 2.27, Session.java; libssh 0.11, packet_cb.c',
    ends: is('disconnected'),
  }),
  sshj(
    'sshj-identification',
    /\bServer closed connection during identification exchange\b/,
    'The server closed the connection before it sent its identification.',
    {
      step: 'banner',
      source: 'sshj 0.40, transport/TransportImpl.java readIdentification',
      ends: is('banner-closed'),
    },
  ),
  sshj(
    'sshj-incompatible-version',
    /\bServer reported incompatible protocol version: (?<theirs>.{1,200})/,
    'The server speaks another version of the SSH protocol.',
    {
      step: 'banner',
      source: 'sshj 0.40, transport/TransportImpl.java',
      ends: is('protocol-mismatch'),
    },
  ),
  sshj('sshj-broken-transport', /\bBroken transport; encountered EOF\b/, 'The server closed the connection.', {
    source: 'sshj 0.40, transport/Reader.java',
    ends: is('closed'),
  }),
  sshj(
    'sshj-mac',
    /\bTransportException: (?:\[\w{3,40}\] )?MAC Error\b|\bTransportException: (?:\[\w{3,40}\] )?invalid packet length: \d{1,12}/,
    'A packet failed its check: something changed the bytes, or one side encrypts wrongly.',
    {
      step: 'kex',
      message: 'client-packet-corrupted',
      source: 'sshj 0.40, transport/Decoder.java, common/DisconnectReason.java',
      ends: is('kex-corrupt'),
    },
  ),
  sshj(
    'sshj-could-not-verify',
    /\bCould not verify `(?<algorithm>[\w@.-]{1,60})` host key with fingerprint\b|\bnone of the configured Host key verifiers\b/,
    'The program does not trust the host key.',
    {
      step: 'kex',
      source: 'sshj 0.40, transport/KeyExchanger.java verifyHost',
      ends: is('host-key-unknown'),
    },
  ),
  sshj(
    'sshj-key-algorithm',
    /\bNo KeyAlgorithm configured for (?:agent )?key (?<algorithm>[\w@.-]{1,60})/,
    'The key can sign in no way that the server takes.',
    {
      step: 'auth',
      message: 'client-signature-algorithm',
      source: 'sshj 0.40, transport/TransportImpl.java, userauth/method/KeyedAuthMethod.java',
      ends: is('permission-denied', { weak: true }),
    },
  ),
  sshj(
    'sshj-agent-sign',
    /\bSSH agent failed to sign for (?<algorithm>[\w@.-]{1,60})/,
    'The agent has the key and refused to sign with it.',
    { step: 'auth', message: 'client-agent-refused', source: 'sshj 0.40, userauth' },
  ),
  sshj(
    'sshj-problem-key',
    /\bProblem getting (?:private|public) key from (?<path>.{1,300})/,
    'The key file cannot be read.',
    { step: 'client', source: 'sshj 0.40, userauth/method/KeyedAuthMethod.java' },
  ),
  sshj('sshj-open-fail', /\bOpenFailException: (?<reason>.{1,200})/, 'The server refused to open the channel.', {
    step: 'session',
    source: 'sshj 0.40, connection/channel/OpenFailException.java',
    ends: is('session-refused', { weak: true }),
  }),
  sshj('sshj-timeout', /\bTransportException: Timeout expired\b/, 'The server did not answer in time.', {
    source: 'sshj 0.40, concurrent/Promise.java',
    ends: is('timed-out'),
  }),
  mina(
    'mina-no-kex',
    /\bUnable to negotiate key exchange for (?<algorithm>.{1,60}) \(client: .{0,2000} \/ server: (?<theirs>.{0,2000})\)/,
    'The program and the server have no algorithm of this kind in common.',
    {
      step: 'kex',
      source: 'Apache MINA SSHD 2.15, AbstractSession.java negotiate',
      ends: (m) => noCommon(m[1], m[2]),
    },
  ),
  mina('mina-server-key', /\bServer key did not validate\b/, 'The program does not trust the host key.', {
    step: 'kex',
    source: 'Apache MINA SSHD 2.15, AbstractClientSession.java checkKeys',
    ends: is('host-key-unknown'),
  }),
  mina(
    'mina-unverified-key',
    /\bServer at (?<address>\S{1,255}) presented unverified (?<algorithm>[\w@.-]{1,60}) key: (?<theirs>.{1,120})/,
    'The host key of the server is not known.',
    {
      level: 'warning',
      step: 'kex',
      source: 'Apache MINA SSHD 2.15, AcceptAllServerKeyVerifier.java',
    },
  ),
  mina(
    'mina-mismatched-keys',
    /\bmismatched keys presented by (?<address>\S{1,255}) for entry=/,
    'The server shows another host key than the one that is known.',
    {
      level: 'warning',
      step: 'kex',
      source: 'Apache MINA SSHD 2.15, KnownHostsServerKeyVerifier.java',
      ends: is('host-key-changed', { weak: true }),
    },
  ),
  mina('mina-identification', /\bIncorrect identification[: (]/, 'The other side sent no identification of SSH.', {
    step: 'banner',
    source: 'Apache MINA SSHD 2.15, AbstractSession.java; sshj 0.40, IdentificationStringParser.java',
    ends: is('banner-garbage'),
  }),
  mina(
    'mina-session-closed',
    /\bSshException: Session (?:is being closed|has been closed|is closed)\b/,
    'The connection was gone when it should be used.',
    { source: 'Apache MINA SSHD 2.15, SessionHelper.java', ends: is('closed', { weak: true }) },
  ),

  jenkinsLog(
    'jenkins-opening',
    /^(?:\[[\d/: ]{6,30}\] )?\[SSH\] Opening SSH connection to (?<address>\S{1,255})\.$/,
    'Jenkins tries to connect to the agent.',
  ),
  jenkinsLog(
    'jenkins-authenticating',
    /^(?:\[[\d/: ]{6,30}\] )?\[SSH\] Authenticating as .{1,200}\.$/,
    'Jenkins begins the login.',
    { step: 'auth' },
  ),
  jenkinsLog(
    'jenkins-authenticated',
    /^(?:\[[\d/: ]{6,30}\] )?\[SSH\] Authentication successful\.$/,
    'The login worked.',
    { step: 'auth', road: 'passes' },
  ),
  jenkins(
    'jenkins-authentication-failed',
    /^(?:\[[\d/: ]{6,30}\] )?\[SSH\] Authentication failed\.$/,
    'The server refused the login.',
    { step: 'auth', ends: is('permission-denied') },
  ),
  jenkinsLog(
    'jenkins-host-key-matches',
    /\[SSH\] SSH host key match(?:es|ed) (?:key in Known Hosts file|key seen previously for this host|the key required for this connection)\./,
    'The host key is the one that Jenkins expects.',
    { step: 'kex', road: 'passes' },
  ),
  jenkins(
    'jenkins-host-key-required',
    /\[SSH\] WARNING: The SSH key for this host (?:does not match the key required|is not currently trusted)\b/,
    'The server shows a host key that Jenkins does not trust.',
    { step: 'kex', ends: is('host-key-unknown') },
  ),
  jenkins(
    'jenkins-no-private-key',
    /\[SSH\] Private key file "(?<path>[^"]{1,300})" doesn't exist\. Skipping public key authentication\./,
    'The private key is not there.',
    { level: 'warning', step: 'client' },
  ),
  jenkins(
    'jenkins-launch-failed',
    /\bSSH Launch of \S{1,200} on \S{1,255} failed(?: in [\d,.]{1,15} ms)?$/,
    'Jenkins did not start the agent; the lines in front say why.',
  ),
  trilead(
    'trilead-problem-connecting',
    /\bThere was a problem while connecting to (?<address>\S{1,255}):(?<port>\d{1,5})/,
    'Jenkins could not connect to the agent; what follows says why.',
  ),
  trilead(
    'trilead-kex',
    /\bKey exchange was not finished, connection is closed\b/,
    'The connection ended in the key exchange.',
    { step: 'kex', ends: is('closed') },
  ),
  trilead(
    'trilead-negotiate',
    /\bCannot negotiate, proposals do not match\b/,
    'The program and the server have no algorithm of one kind in common.',
    { step: 'kex', ends: is('no-common-algorithm') },
  ),
  trilead(
    'trilead-host-key',
    /\bThe server hostkey was not accepted by the verifier callback\b/,
    'The program does not trust the host key.',
    { step: 'kex', ends: is('host-key-unknown') },
  ),
  trilead(
    'trilead-pem',
    /\bPEM problem: it is of unknown type\b|\bInvalid PEM structure, '-----BEGIN\.\.\.' missing\b/,
    'The private key is in a format that this library cannot read.',
    { step: 'client' },
  ),
]
