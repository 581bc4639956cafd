import type { ClientFailure } from '../core/types.ts'
import type { Finding } from './failures.ts'
import { connectFailure, lookupFailure } from './network-errors.ts'

type Rule = readonly [RegExp, (m: RegExpExecArray) => Finding | undefined]

const is =
  (failure: Finding['failure'], more: Omit<Finding, 'failure'> = {}) =>
  (): Finding => ({ failure, ...more })

const byWords = (m: RegExpExecArray): Finding | undefined => {
  const failure = connectFailure(m[1] ?? '')
  return failure ? { failure } : undefined
}

const methods = (failure: ClientFailure, list: string | undefined): Finding => {
  const named = (list ?? '').split(/[,\s]+/).filter((one) => one !== '' && one !== 'none')
  return named.length > 0 ? { failure, methods: named } : { failure }
}

/**
 * Other clients than OpenSSH's, as their users paste them: PuTTY and plink, Go's x/crypto/ssh (and Terraform, Packer,
 * rclone over it), paramiko, JSch, libssh, libssh2, Node's ssh2. From their sources and their users' reports, not run here.
 */
const RULES: readonly Rule[] = [
  // PuTTY
  // PuTTY's FAQ A.7.11: the local side gave up on a connection, whichever its stage.
  [/Network error: Software caused connection abort/, is('reset')],
  [
    /Network error: (.{1,100})/,
    (m) => {
      const failure = connectFailure(m[1] ?? '')
      // PuTTY says the same of a connection that was up.
      return failure === 'connect-reset' ? { failure: 'reset' } : failure ? { failure } : undefined
    },
  ],
  [
    /(?:Remote side|Server) unexpectedly closed network connection|Received unexpected end-of-file from server/,
    is('closed'),
  ],
  [
    /No supported authentication methods available(?: \(server sent: ([^)]{0,200})\))?/,
    (m) => methods('permission-denied', m[1]),
  ],
  [
    /Couldn't agree an? (.{1,40}?)(?: algorithm)? \(available: ([^)]{0,2000})\)/,
    (m) => ({
      failure: 'no-common-algorithm',
      noCommon: { what: m[1] ?? '', theirs: m[2] ?? '' },
    }),
  ],
  [/The (?:server's )?host key is not cached|host key is not cached in the registry/, is('host-key-unknown')],
  [/WARNING - POTENTIAL SECURITY BREACH!/, is('host-key-changed')],
  [/Remote side sent disconnect message.{0,200}Too many authentication failures/, is('too-many-failures')],
  [/Remote side sent disconnect message/, is('disconnected')],
  [/Incoming packet was garbled on decryption|Incorrect (?:MAC|CRC) received on packet/, is('kex-corrupt')],
  [
    /Unable to open connection to .{1,200}Host does not exist|^(?:FATAL ERROR: )?Host (?:"[^"]{1,255}" )?does not exist/,
    is('name-not-found'),
  ],
  [/Host key wasn't verified!|host key was not found in the cache/, is('host-key-unknown')],
  [/Cannot initialize SFTP protocol\. Is the host running/, is('session-refused')],
  // FileZilla
  [
    /Connection timed out after \d{1,6} seconds of inactivity|ETIMEDOUT - Connection attempt timed out/,
    is('connect-timeout'),
  ],
  [/ECONNREFUSED - Connection refused by server/, is('connect-refused')],
  [/EAI_NONAME - /, is('name-not-found')],
  // SecureCRT, Bitvise
  [/The remote system refused the connection/, is('connect-refused')],
  [
    /Key exchange failed\.? ?No compatible |No compatible (?:hostkey|key-exchange method|cipher)/,
    is('no-common-algorithm'),
  ],
  [/Windows error \d{1,6}: (.{1,200})/, byWords],
  [
    /Authentication failed\. Remaining authentication methods: '?([\w, -]{1,100})/,
    (m) => methods('permission-denied', m[1]),
  ],
  [
    /^(?:Access denied|FATAL ERROR: (?:Configured password was not accepted|Unable to authenticate|Cannot answer interactive prompts in batch mode))/,
    is('permission-denied', { weak: true }),
  ],

  [/^Server refused our key/, is('permission-denied', { weak: true })],

  // Go
  [/dial tcp: lookup \S{1,255}(?: on \S{1,60})?: (.{1,100})/, (m) => ({ failure: lookupFailure(m[1] ?? '') })],
  [/dial tcp \S{1,100}: (?:connect: )?(.{1,100})/, byWords],
  [/ssh: unable to authenticate, attempted methods \[([^\]]{0,200})\]/, is('permission-denied')],
  [/knownhosts: key mismatch|ssh: host key mismatch/, is('host-key-changed')],
  [/knownhosts: key is unknown|ssh: no authorities for hostname/, is('host-key-unknown')],
  [
    /ssh: no common algorithm for ([\w ]{1,60}); client offered: \[[^\]]{0,2000}\], server offered: \[([^\]]{0,2000})\]/,
    (m) => ({
      failure: 'no-common-algorithm',
      noCommon: { what: m[1] ?? '', theirs: (m[2] ?? '').split(' ').join(',') },
    }),
  ],
  [
    /ssh: overflow reading version string|ssh: invalid version string|ssh: junk character in version line/,
    is('banner-garbage'),
  ],
  [/ssh: handshake failed: .{0,200}(?:connection reset by peer|forcibly closed)/, is('reset')],
  [/ssh: handshake failed: .{0,200}i\/o timeout/, is('timed-out')],
  [/ssh: handshake failed: (?:.{0,100}: )?EOF/, is('closed')],
  [/ssh: handshake failed: ssh: disconnect, reason 2: too many authentication failures/i, is('too-many-failures')],

  // paramiko
  [/Error reading SSH protocol banner.{0,60}(?:reset by peer|ECONNRESET|Errno 104)/, is('banner-reset')],
  [/Error reading SSH protocol banner/, is('banner-timeout')],
  [/NoValidConnectionsError|Unable to connect to port \d{1,5} on /, is('connect-refused')],
  [/BadHostKeyException|Host key for server .{1,200} does not match/, is('host-key-changed')],
  [/not found in known_hosts/, is('host-key-unknown')],
  [/AuthenticationException: |Bad authentication type; allowed types: \[/, is('permission-denied')],
  [
    /Incompatible ssh (?:peer|server) \(no acceptable (.{1,60}?)(?: algorithm)?\)/,
    (m) => ({
      failure: 'no-common-algorithm',
      noCommon: { what: m[1] ?? '', theirs: '' },
    }),
  ],
  [
    /\[Errno -?\d{1,4}\] ((?:Temporary failure in|Name or service|nodename nor|getaddrinfo).{0,100})/,
    (m) => ({ failure: lookupFailure(m[1] ?? '') }),
  ],
  [/\[(?:Errno|WinError) \d{1,5}\] (.{1,200})/, byWords],
  [/No hostkey for host \S{1,255} found/, is('host-key-unknown')],
  // asyncssh
  [/asyncssh\S{0,40}PermissionDenied|^Permission denied for user \S{1,100} on host /, is('permission-denied')],
  [/Host key is not trusted|No trusted server host keys available|HostKeyNotVerifiable/, is('host-key-unknown')],
  [/asyncssh\S{0,40}ConnectionLost/, is('closed')],
  [/asyncssh\S{0,40}KeyExchangeFailed|No matching key exchange algorithm/, is('no-common-algorithm')],
  // Ruby's Net::SSH (Capistrano, Chef, Vagrant)
  [/Net::SSH::AuthenticationFailed/, is('permission-denied')],
  [/Net::SSH::ConnectionTimeout/, is('connect-timeout')],
  [/Net::SSH::HostKeyMismatch/, is('host-key-changed')],
  [/Net::SSH::HostKeyUnknown/, is('host-key-unknown')],
  [
    /could not settle on (\w{1,40}) algorithm/,
    (m) => ({ failure: 'no-common-algorithm', noCommon: { what: m[1] ?? '', theirs: '' } }),
  ],
  [/Net::SSH::Disconnect/, is('closed')],
  [/Errno::(E\w{1,20})/, byWords],
  // SSH.NET
  [
    /No suitable authentication method found to complete authentication \(([^)]{0,200})\)/,
    (m) => methods('permission-denied', m[1]),
  ],
  [/does not contain SSH (?:protocol identification|identification string)/, is('banner-garbage')],
  [/Connection failed to establish within \d{1,9} milliseconds/, is('connect-timeout')],
  [/Socket read operation has timed out/, is('banner-timeout')],
  [/An established connection was aborted by the server/, is('closed')],
  [/Failed to negotiate key exchange algorithm|Key exchange negotiation failed/, is('no-common-algorithm')],
  [/Host key could not be verified/, is('host-key-unknown')],
  [
    /((?:No connection could be made because|A connection attempt failed because|An existing connection was forcibly) .{1,150})/,
    byWords,
  ],
  [/^(?:socket\.timeout|TimeoutError): timed out/, is('connect-timeout')],

  // JSch
  [
    /JSchException: .{0,40}Auth (?:fail|cancel)|Auth fail for methods '([^']{0,200})'/,
    (m) => methods('permission-denied', m[1]),
  ],
  [
    /JSchException: (?:timeout: socket is not established|.{0,80}(?:Connection|connect) timed out)/,
    is('connect-timeout'),
  ],
  [
    /(?:JSchException|ConnectException|SocketException|NoRouteToHostException): .{0,120}((?:Connection refused|No route to host|Network is unreachable).{0,60})/,
    byWords,
  ],
  [/UnknownHostException/, is('name-not-found')],
  [/connection is closed by foreign host/, is('banner-closed')],
  [/invalid server's version string/, is('banner-garbage')],
  [/Algorithm negotiation fail/, is('no-common-algorithm')],
  [/UnknownHostKey: /, is('host-key-unknown')],
  [/HostKey has been changed/, is('host-key-changed')],
  [/reject HostKey: /, is('host-key-unknown')],
  // sshj, Apache MINA, Jenkins
  [/Exhausted available authentication methods|No more authentication methods available/, is('permission-denied')],
  [
    /Unable to reach a settlement: \[[^\]]{0,2000}\] and \[([^\]]{0,2000})\]/,
    (m) => ({ failure: 'no-common-algorithm', noCommon: { what: 'algorithm', theirs: m[1] ?? '' } }),
  ],
  [/HOST_KEY_NOT_VERIFIABLE/, is('host-key-unknown')],
  [/DefaultConnectFuture\[.{0,200}time(?:d )?-?out/i, is('connect-timeout')],
  [/TransportException: .{0,200}: (?:Auth fail|USERAUTH fail|Cannot log in at )/, is('permission-denied')],
  [/Server rejected the \d{1,3} private key/, is('permission-denied')],
  [/No entry currently exists in the Known Hosts file/, is('host-key-unknown')],
  [/key presented by the remote host does not match the key saved/, is('host-key-changed')],
  [/SSH_MSG_DISCONNECT: \d{1,3}:? .{0,40}[Tt]oo many authentication failures/, is('too-many-failures')],
  [/SSH_MSG_DISCONNECT: \d{1,3}/, is('disconnected')],

  // libssh and libssh2
  [
    /kex error : no match for method ([\w ><-]{1,60}): server \[([^\]]{0,2000})\]/,
    (m) => ({
      failure: 'no-common-algorithm',
      noCommon: { what: m[1] ?? '', theirs: m[2] ?? '' },
    }),
  ],
  [
    /Access denied for '[^']{1,60}'\. Authentication that can continue: (.{1,200})/,
    (m) => methods('permission-denied', m[1]),
  ],
  [/Failed getting banner/, is('banner-closed')],
  [/Timeout connecting to /, is('connect-timeout')],
  [/Socket error: Connection reset by peer/, is('reset')],
  [/Socket error: disconnected/, is('closed')],
  [/Unable to exchange encryption keys/, is('no-common-algorithm')],
  [/[Ff]ailed to authenticate SSH session/, is('permission-denied')],
  [/no usernames succeeded|^curl: \(67\)/, is('permission-denied')],
  // curl's words for either; with ssh's own schemes it is the host key.
  [/SSL peer certificate or SSH remote key was not OK/, is('host-key-unknown')],

  // sshj's own clock, in the key exchange or behind it
  [/TransportException: Timeout expired/, is('timed-out')],
  // WSAECONNREFUSED and WSAETIMEDOUT in the languages of Windows
  [
    /Zielcomputer die Verbindung verweigerte|ordinateur cible l.a expressément|equipo de destino denegó|máquina de destino as recusou|目标计算机积极拒绝|対象のコンピューターによって拒否|конечный компьютер отверг/,
    is('connect-refused'),
  ],
  [
    /Gegenstelle nach einer bestimmten Zeitspanne nicht|n.a pas répondu convenablement|no respondió adecuadamente tras un|连接方在一段时间后没有正确答复|一定の時間を過ぎても正しく応答しなかった|semaphore timeout period has expired|信号灯超时时间已到/,
    is('connect-timeout'),
  ],

  // dropbear's dbclient
  [/^(?:ssh|dbclient): Connection to \S{1,255} exited: Connect failed: (.{1,100})/, byWords],
  [/^(?:ssh|dbclient): Connection to \S{1,255} exited: No auth methods could be used/, is('permission-denied')],
  [/^(?:ssh|dbclient): Connection to \S{1,255} exited: No matching algo/, is('no-common-algorithm')],
  [/^(?:ssh|dbclient): Connection to \S{1,255} exited: Remote closed the connection/, is('closed')],

  [/host key mismatch for /, is('host-key-changed')],

  // Ansible with a password, Vagrant, Heroku
  [/Host Key checking is enabled and sshpass does not support this/, is('host-key-unknown')],
  [/Warning: Authentication failure\. Retrying/, is('permission-denied')],
  [/Warning: (Connection (?:refused|timeout))\. Retrying/, byWords],
  [/Warning: (?:Connection reset|Remote connection disconnect)\. Retrying/, is('reset')],
  [/Your key with fingerprint \S{1,100} is not authorized/, is('permission-denied')],

  // What people try beside ssh: nc, telnet, curl.
  [/^nc: connect to .{1,255} port \d{1,5} \(tcp\) failed: (.{1,100})/, byWords],
  [/^telnet: (?:Unable to connect to remote host|connect to address \S{1,100}): (.{1,100})/, byWords],
  [/^Ncat: (Connection (?:refused|timed out|reset by peer)|No route to host|Network is unreachable)/, byWords],

  // VS Code, where its own clock ran out
  [/Connecting with SSH timed out/, is('connect-timeout', { weak: true })],

  // Node's ssh2
  [/Timed out while waiting for handshake/, is('banner-timeout')],
  [/All configured authentication methods failed/, is('permission-denied')],
  [/Connection lost before handshake/, is('closed')],
  [
    /Handshake failed: no matching (.{1,60})/,
    (m) => ({ failure: 'no-common-algorithm', noCommon: { what: m[1] ?? '', theirs: '' } }),
  ],
  [/getaddrinfo (E\w{1,20})/, (m) => ({ failure: lookupFailure(m[1] ?? '') })],
  [/connect (E(?:CONNREFUSED|TIMEDOUT|HOSTUNREACH|NETUNREACH|CONNRESET|ACCES|PERM))/, byWords],
  [/read ECONNRESET/, is('reset')],
]

const PROMISING =
  /Network error|FATAL|network connection|end-of-file|supported auth|Couldn't agree|cached?\b|BREACH|Remote side|garbled|on packet|does not exist|Access denied|dial tcp|ssh: |knownhosts|banner|NoValid|Unable to|[Hh]ost ?[Kk]ey|does not match|not found in|Exception|uthentication|Incompatible|\[(?:Errno|WinError)|[Tt]imed? ?-?out|Auth |foreign host|version string|negotiat|SSH_MSG_DISC|kex error|Timeout|Socket error|before handshake|Handshake|getaddrinfo|connect E|read E|ECONN|EAI_|SFTP protocol|refused the|No compatible|Windows error|Permission denied for|asyncssh|Net::SSH|settle|Errno::|identification|milliseconds|established connection|No connection could|attempt failed|existing connection|private key|Known Hosts|remote key|authenticate SSH|exited: |refused our|usernames succ|curl: |mismatch|sshpass|Retrying|fingerprint|Zielcomputer|ordinateur cible|destino|目标计算机|コンピューター|компьютер|Gegenstelle|convenablement|adecuadamente|一段时间|一定の時間|semaphore|信号灯|^nc: |^telnet: |^Ncat: /

/** What a line of another SSH program than OpenSSH's says about how the login ended; undefined where it says nothing. */
export function foreignFinding(line: string): Finding | undefined {
  if (!PROMISING.test(line)) return undefined
  for (const [pattern, read] of RULES) {
    const m = pattern.exec(line)
    const finding = m && read(m)
    if (finding) return finding
  }
  return undefined
}
