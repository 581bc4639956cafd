import type { ClientFailure } from '../../core/types.ts'
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
  [/Network error: Software caused connection abort/, is('broken-pipe')],
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
    /Unable to open connection to .{1,200}Host does not exist|^(?:FATAL ERROR: )?Host does not exist/,
    is('name-not-found'),
  ],
  [
    /^(?:Access denied|FATAL ERROR: (?:Configured password was not accepted|Unable to authenticate|Cannot answer interactive prompts in batch mode))/,
    is('permission-denied', { weak: true }),
  ],

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
  [/ssh: handshake failed: .{0,200}connection reset by peer/, is('reset')],
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
  [/\[Errno \d{1,4}\] (.{1,100})/, byWords],
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
  [/SSH_MSG_DISCONNECT: \d{1,3}:? .{0,40}[Tt]oo many authentication failures/, is('too-many-failures')],
  [/SSH_MSG_DISCONNECT: \d{1,3}/, is('disconnected')],

  // libssh and libssh2
  [
    /kex error : no match for method ([\w -]{1,60}): server \[([^\]]{0,2000})\]/,
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
  /Network error|FATAL|network connection|end-of-file|supported auth|Couldn't agree|cached|BREACH|Remote side|garbled|on packet|Host does not|Access denied|dial tcp|ssh: |knownhosts|banner|NoValid|Unable to|HostKey|does not match|not found in|Exception|authentication|Incompatible|\[Errno|timed out|Auth |foreign host|version string|negotiation|SSH_MSG_DISC|kex error|Timeout|Socket error|Timed out|before handshake|Handshake|getaddrinfo|connect E|read E/

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
