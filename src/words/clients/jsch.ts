import type { Entry } from '../entry.ts'
import { byWords, denied, is, noCommon } from '../finding.ts'
import { said } from '../said.ts'

const throws = said({ by: 'jsch', level: 'error', road: 'breaks', source: 'JSch 0.1.55 and 2.27, Session.java' })
const key = said({
  by: 'jsch',
  level: 'error',
  step: 'client',
  road: 'breaks',
  source: 'JSch 0.1.55 and 2.27, KeyPair.java',
})
const java = said({ by: 'system', level: 'error', road: 'breaks', source: 'OpenJDK 21, java.net' })

/** What JSch throws, of both lines: JCraft's to 0.1.55, and mwiede's. Rundeck, Ant, Maven's wagon, Eclipse, Kettle say it as well. */
export const ENTRIES: readonly Entry[] = [
  throws(
    'jsch-auth-fail',
    /\bJSchException: .{0,40}Auth (?:fail|cancel)\b|\bAuth (?:fail|cancel) for methods '([^']{0,200})'/,
    'The server refused every way to log in that JSch had.',
    {
      step: 'auth',
      ends: (m) => denied(m[1]),
    },
  ),
  throws(
    'jsch-connect-timeout',
    /\bJSchException: (?:timeout: socket is not established|.{0,80}(?:Connection|connect) timed out)/,
    'Nothing answered in time.',
    {
      step: 'port',
      source: 'JSch 0.1.55 and 2.27, Util.java createSocket',
      ends: is('connect-timeout'),
    },
  ),
  java(
    'java-connect',
    /\b(?:JSchException|ConnectException|SocketException|NoRouteToHostException): .{0,120}?\b((?:Connection refused|No route to host|Network is unreachable).{0,60})/,
    'The program could not connect to this address.',
    { step: 'port', ends: byWords },
  ),
  java('java-unknown-host', /\bUnknownHostException\b/, 'The name of the host is not known.', {
    step: 'name',
    ends: is('name-not-found'),
  }),
  throws(
    'jsch-closed-by-foreign-host',
    /\bconnection is closed by foreign host\b/,
    'The server closed the connection before it sent its identification.',
    { step: 'banner', ends: is('banner-closed') },
  ),
  throws(
    'jsch-version-string',
    /\binvalid server's version string\b/,
    'The other side sent no identification of SSH.',
    { step: 'banner', ends: is('banner-garbage') },
  ),
  throws(
    'jsch-algorithm-negotiation-detail',
    /\bJSchAlgoNegoFailException: Algorithm negotiation fail: algorithmName="(?<algorithm>[\w. ]{1,60})" jschProposal="[^"]{0,2000}" serverProposal="(?<theirs>[^"]{0,2000})"/,
    'JSch and the server have no algorithm of this kind in common.',
    { step: 'kex', source: 'JSch 2.27, JSchAlgoNegoFailException.java', ends: (m) => noCommon(m[1], m[2]) },
  ),
  throws(
    'jsch-algorithm-negotiation',
    /\bAlgorithm negotiation fail\b/,
    'JSch and the server have no algorithm of one kind in common.',
    { step: 'kex', ends: is('no-common-algorithm') },
  ),
  throws('jsch-unknown-host-key', /\bUnknownHostKey: /, 'JSch does not know the host key of this server.', {
    step: 'kex',
    ends: is('host-key-unknown'),
  }),
  throws(
    'jsch-host-key-changed',
    /\bHostKey has been changed\b/,
    'The server shows another host key than the one that JSch knows.',
    { step: 'kex', ends: is('host-key-changed') },
  ),
  throws('jsch-host-key-rejected', /\breject HostKey: /, 'Nobody accepted the host key.', {
    step: 'kex',
    ends: is('host-key-unknown'),
  }),
  throws('jsch-host-key-revoked', /\brevoked HostKey: /, 'The host key is revoked.', {
    step: 'kex',
    ends: is('host-key-revoked'),
  }),
  throws(
    'jsch-packet-corrupt',
    /\bJSchException: (?:Session\.connect: )?.{0,80}Packet corrupt\b/,
    'A packet failed its check: something changed the bytes, or one side encrypts wrongly.',
    {
      step: 'kex',
      message: 'client-packet-corrupted',
      source: 'JSch 0.1.55 and 2.27, Session.java start_discard',
      ends: is('kex-corrupt'),
    },
  ),
  throws('jsch-verify-false', /\bJSchException: verify: false\b/, "The server's proof of its host key does not hold.", {
    step: 'kex',
    ends: is('kex-corrupt'),
  }),
  throws(
    'jsch-session-down',
    /\bJSchException: (?:session is down|session is not opened)/,
    'The connection was gone when it should be used.',
    { ends: is('closed', { weak: true }) },
  ),
  throws(
    'jsch-channel',
    /\bJSchException: channel (?:is not opened|request)\b|\bfailed to send channel request\b/,
    'The server did not open the channel.',
    {
      step: 'session',
      source: 'JSch 0.1.55 and 2.27, Channel.java, Request.java',
      ends: is('session-refused', { weak: true }),
    },
  ),
  throws(
    'jsch-forwarding',
    /\bJSchException: PortForwarding[LR]: .{1,200}$|\bremote port forwarding failed for listen port \d{1,5}\b/,
    'A port could not be forwarded.',
    {
      step: 'session',
      source: 'JSch 0.1.55 and 2.27, PortWatcher.java, Session.java',
    },
  ),
  throws(
    'jsch-end-of-stream',
    /\bSession\.connect: java\.io\.IOException: End of IO Stream Read\b/,
    'The server closed the connection.',
    { ends: is('closed') },
  ),
  throws(
    'jsch-socket-reset',
    /\bSession\.connect: java\.net\.SocketException: Connection reset\b/,
    'The connection was reset.',
    { ends: is('reset') },
  ),
  throws(
    'jsch-read-timeout',
    /\bSession\.connect: java\.net\.SocketTimeoutException: Read timed out\b/,
    'The server did not answer in time.',
    { ends: is('timed-out') },
  ),
  key(
    'jsch-invalid-key',
    /\bJSchException: invalid privatekey\b/,
    'JSch cannot read this key; 0.1.55 and older do not know the format that ssh-keygen has written since 7.8.',
    { ends: is('permission-denied', { weak: true }) },
  ),
  key(
    'jsch-key-cipher',
    /\bJSchException: privatekey: [\w-]{1,30} is not available\b/,
    'JSch cannot decrypt this kind of key file.',
  ),
  key(
    'jsch-key-userauth',
    /\bJSchException: USERAUTH fail\b/,
    'The key has a passphrase, and JSch was given none or a wrong one.',
    { step: 'auth', source: 'JSch 0.1.55 and 2.27, UserAuthPublicKey.java', ends: is('permission-denied') },
  ),
  throws(
    'rundeck-authentication',
    /\bAuthenticationFailure: Authentication failure connecting to node: "[^"]{1,255}"\. (?:Could not authenticate|.{1,200})\./,
    'The server refused the login of Rundeck.',
    {
      step: 'auth',
      source: 'Rundeck 5, JschNodeExecutor.java',
      ends: is('permission-denied'),
    },
  ),
]
