import type { ClientFailure } from '../core/types.ts'
import { connectFailure, lookupFailure } from './network-errors.ts'

/** An end whose stage the line leaves open; what stood before it decides. */
export type OpenEnd = 'closed' | 'reset' | 'timed-out' | 'pipe'

export interface Finding {
  /** What the line says for itself, or how the connection ended at a stage the line does not tell. */
  failure: ClientFailure | OpenEnd
  /** Only ssh's last word: it may go on, or say it and still get in. */
  weak?: boolean
  /** The line names no address because ssh talked through a proxy. */
  proxied?: boolean
  /** It repeats what an earlier line said better. */
  echo?: boolean
  address?: string
  methods?: string[]
  noCommon?: { what: string; theirs: string }
}

type Rule = readonly [RegExp, (m: RegExpExecArray) => Finding | undefined]

const is =
  (failure: Finding['failure'], more: Omit<Finding, 'failure'> = {}) =>
  (): Finding => ({ failure, ...more })

/** sshpkt_fmt_connection_id: `[user root ]IP port N`; through a proxy `UNKNOWN port 65535`. */
const peer = (failure: Finding['failure'], m: RegExpExecArray, more: Omit<Finding, 'failure'> = {}): Finding => {
  const address = m[1] ?? ''
  if (address === 'UNKNOWN') return { failure, proxied: true, ...more }
  return /^[\da-fA-F.:]+(?:%[\w.-]+)?$/.test(address) ? { failure, address, ...more } : { failure, ...more }
}

const words = (list: string): string[] => list.split(',').filter((one) => one !== '')

/** SSH_MSG_DISCONNECT of the peer (RFC 4253 11.1), by code and text. */
function disconnected(m: RegExpExecArray): Finding {
  const text = m[3] ?? ''
  const address = peer('disconnected', m)
  if (/Too many authentication failures/i.test(text)) return { ...address, failure: 'too-many-failures' }
  if (/No supported authentication methods|no more authentication methods/i.test(text))
    return { ...address, failure: 'permission-denied' }
  // 3 is SSH_DISCONNECT_KEY_EXCHANGE_FAILED, 8 an unsupported protocol version.
  if (m[2] === '3' || /no matching|no common/i.test(text)) return { ...address, failure: 'no-common-algorithm' }
  if (m[2] === '8') return { ...address, failure: 'protocol-mismatch' }
  return address
}

/** The end of an unfinished exchange, in ssherr.c's words. */
function dispatchEnd(m: RegExpExecArray): Finding | undefined {
  const text = m[2] ?? ''
  if (/timed out/i.test(text)) return peer('timed-out', m)
  if (/reset by peer|connection reset|aborted/i.test(text)) return peer('reset', m)
  if (/Connection closed/i.test(text)) return peer('closed', m)
  if (/Broken pipe|No route to host|Network is (?:down|unreachable)|Host is down|not connected/i.test(text))
    return peer('pipe', m)
  return peer('kex-corrupt', m)
}

/**
 * The sentences of OpenSSH's own client and what each says, first fit. sshconnect.c, sshconnect2.c, kex.c, packet.c
 * (sshpkt_vfatal), clientloop.c, mux.c, channels.c, readconf.c, ssh.c; 6.0 to 10.5, with 8.4, 9.2 and 10.0 run for the words.
 */
const RULES: readonly Rule[] = [
  [
    /^ssh: connect to host .{1,300} port [\w-]{1,32}: (.{1,200})$/,
    (m) => {
      // `failure` is what is left when bind(2) failed first; that line said why.
      if (m[1] === 'failure') return { failure: 'config-unusable', echo: true }
      const failure = connectFailure(m[1] ?? '')
      return failure ? { failure } : undefined
    },
  ],
  [/^bind \S{1,100}: (?:Cannot|Can't) assign requested address/, is('config-unusable')],
  [
    /^(?:\S{0,200}ssh(?:\.exe)?: )?Could not resolve hostname .{0,300}?: (.{1,200})$/,
    (m) => ({ failure: lookupFailure(m[1] ?? '') }),
  ],
  [/^ssh: Could not resolve host(?:name)? /, is('name-lookup-fails')],

  [/^Connection timed out during banner exchange/, is('banner-timeout')],
  [
    /^(?:kex|ssh)_exchange_identification: (?:read|write): (.{1,200})$/,
    (m) => {
      const text = m[1] ?? ''
      return { failure: /timed out/i.test(text) ? 'banner-timeout' : 'banner-reset' }
    },
  ],
  [/^(?:kex|ssh)_exchange_identification: Connection closed by remote host/, is('banner-closed')],
  [/^(?:kex|ssh)_exchange_identification: No SSH version received/, is('banner-no-version')],
  [/^(?:kex|ssh)_exchange_identification: (?:banner line (?:contains|too long)|.{0,40}invalid)/, is('banner-garbage')],
  [/^Bad remote protocol version identification/, is('banner-garbage')],
  [/^(?:Protocol major versions differ|Remote machine has too old SSH software version)/, is('protocol-mismatch')],
  [
    /^banner exchange: Connection to (\S{1,100}) port \d{1,5}: (.{1,200})$/,
    (m) => {
      const text = m[2] ?? ''
      if (/protocol version/.test(text)) return peer('protocol-mismatch', m, { echo: true })
      if (/invalid format/.test(text)) return peer('banner-garbage', m, { echo: true })
      return peer(/timed out/i.test(text) ? 'banner-timeout' : 'banner-reset', m, { echo: true })
    },
  ],

  [
    /^Unable to negotiate with (\S{1,100}) (?:port \d{1,5}|\[[^\]]{0,40}\]):? ?:?\s?no matching (.{1,60}) found\. Their offer: (.{0,4000})$/,
    (m) => peer('no-common-algorithm', m, { noCommon: { what: m[2] ?? '', theirs: m[3] ?? '' } }),
  ],
  // up to 6.9: `no matching cipher found: client a server b`
  [
    /^no matching (.{1,60}) found: client .{1,4000} server (.{1,4000})$/,
    (m) => ({
      failure: 'no-common-algorithm',
      noCommon: { what: m[1] ?? '', theirs: m[2] ?? '' },
    }),
  ],
  [
    /^(?:Unable to negotiate a key exchange method|no hostkey alg|no kex alg|Unable to negotiate with )/,
    is('no-common-algorithm'),
  ],

  [/^Bad packet length \d{1,10}/, is('kex-corrupt')],
  [
    /^(?:Corrupted (?:MAC|padlen)|padding error: need|Bad server host key: |key_verify failed for server_host_key|hash mismatch)/,
    is('kex-corrupt'),
  ],
  [/^ssh_dispatch_run_fatal: Connection to (\S{1,100}) port \d{1,5}: (.{1,200})$/, dispatchEnd],

  [/WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!/, is('host-key-changed', { weak: true })],
  [/WARNING: POSSIBLE DNS SPOOFING DETECTED!/, is('host-key-changed', { weak: true })],
  [/WARNING: REVOKED HOST KEY DETECTED!/, is('host-key-revoked', { weak: true })],
  [/^Host key \S{1,60} \S{1,200} revoked by file /, is('host-key-revoked', { weak: true })],
  [
    /^(?:\S{1,60} )?[Hh]ost key for .{1,300} has changed and you have requested strict checking/,
    is('host-key-changed'),
  ],
  [
    /^(?:\S{1,60} )?[Hh]ost key for .{1,300} was revoked and you have requested strict checking/,
    is('host-key-revoked'),
  ],
  [/^No \S{1,60} host key is known for .{1,300} and you have requested strict checking/, is('host-key-unknown')],
  [/^Host key verification failed\./, is('host-key-unknown', { echo: true })],

  [
    /^(?:\S.{0,300}@[^\s@]{1,300}: )?Permission denied \(((?:[a-z][\w@.-]{1,60}(?:,[a-z][\w@.-]{1,60}){0,20})?)\)\.?$/,
    (m) => ({ failure: 'permission-denied', methods: words(m[1] ?? '') }),
  ],
  [/^Permission denied, please try again\./, is('permission-denied', { weak: true })],
  [/^Authentication failed\.$/, is('permission-denied')],
  [/^Received disconnect from (\S{1,100})(?: port \d{1,5}:|: ?)(\d{1,4}): ?(.{0,600})$/, disconnected],
  [/^(?:Disconnected.{0,10}|\S{1,100}: )?Too many authentication failures(?: for .{1,200})?$/, is('too-many-failures')],
  [/^Disconnected from (?:.{1,200} )?(\S{1,100}) port \d{1,5}$/, (m) => peer('disconnected', m, { echo: true })],

  [/^Connection closed by (?:.{1,200} )?(\S{1,100}) port \d{1,5}$/, (m) => peer('closed', m)],
  [/^Connection reset by (?:.{1,200} )?(\S{1,100}) port \d{1,5}$/, (m) => peer('reset', m)],
  // up to 7.1, without the port
  [/^Connection closed by ([\da-fA-F.:]{3,60}|UNKNOWN)$/, (m) => peer('closed', m)],
  [/^Connection reset by ([\da-fA-F.:]{3,60}|UNKNOWN)$/, (m) => peer('reset', m)],
  [/^Connection to (\S{1,100}) port \d{1,5} timed out$/, (m) => peer('timed-out', m)],
  [/^Connection to (\S{1,100}) timed out while waiting to (?:read|write)/, (m) => peer('timed-out', m)],
  [
    /^Read from socket failed: (.{1,100})$/,
    (m) => ({ failure: /timed out/i.test(m[1] ?? '') ? 'timed-out' : 'reset' }),
  ],
  [/^Write failed: /, is('pipe')],
  [
    /^packet_write_wait: Connection to (\S{1,100}) port \d{1,5}: (.{1,100})$/,
    (m) => peer(/timed out/i.test(m[2] ?? '') ? 'timed-out' : 'pipe', m),
  ],
  [/^packet_write_(?:wait|poll): /, is('pipe')],

  [/^Connection to .{1,300} closed by remote host\.$/, is('session-closed')],
  // Said by what stands in the place of a shell: nologin(8), sshd itself, cloud-init, git hosts, the sftp and rsync that met such words.
  [
    /^(?:This account is currently not available\.$|This service allows sftp connections only|Password change required but no TTY available|Please login as the user |Hi \S{1,60} You've successfully authenticated|protocol version mismatch -- is your shell clean|Received message too long \d)/,
    is('session-closed', { weak: true }),
  ],
  [/^client_loop: send disconnect: /, is('broken-pipe', { echo: true })],
  [/^Read from remote host .{1,300}: /, is('broken-pipe')],
  [/^Timeout, server .{0,300}not responding\.$/, is('broken-pipe')],
  [/^channel 0: open failed: /, is('session-refused')],
  [
    /^(?:PTY allocation|shell|exec|subsystem) request failed(?: on channel \d{1,5})?/,
    is('session-refused', { weak: true }),
  ],
  [/^mux_client_request_session: session request failed: /, is('session-refused', { weak: true })],
  [/^(?:Error: )?remote port forwarding failed for listen /, is('session-refused', { weak: true })],

  [/^Control socket connect\(.{0,300}\): /, is('control-socket-refused', { weak: true })],
  [/^Master refused (?:session|stdio forwarding) request: /, is('control-socket-refused', { weak: true })],
  [
    /^(?:mux_client_\w{1,40}|muxclient): (?:read from master failed|read packet failed|master (?:returned|hello|alive)|write packet)/,
    is('control-socket-refused', { weak: true }),
  ],
  [/^Failed to connect to new control master/, is('control-socket-refused')],

  [/^stdio forwarding failed/, is('proxy-fails')],

  [
    // sshd says the same of its own file; that is for whoever reads its log.
    /^(?!.{0,200}sshd_config).{1,300}: (?:terminating, \d{1,5} bad configuration options|line \d{1,6}: Bad configuration option)/,
    is('config-unusable'),
  ],
  [
    /^(?:command-line|(?!.{0,200}sshd_config).{1,300}) line \d{1,6}:? ?(?:Bad |bad |Unsupported |unsupported |[Mm]issing |[Nn]o argument|[Ii]nvalid |keyword |garbage|extra arguments|.{0,60}extra arguments at end of line)/,
    is('config-unusable'),
  ],
  [/^Bad owner or permissions on /, is('config-unusable')],
  [/^Can't open user config file /, is('config-unusable')],
  [
    /^(?:Unknown cipher type|Unknown mac type|Bad port '|Bad escape character|Bad \w{1,20} forwarding specification|Invalid -J argument|unknown option -- )/,
    is('config-unusable'),
  ],
  [/^usage: ssh \[/, is('config-unusable', { weak: true })],
  [/^(?:hostname|remote username) contains invalid characters/, is('config-unusable')],
  [
    /^(?:ControlPath too long|unix_listener: .{0,200}too long|jumphost loop via |vdollar_percent_expand: |percent_expand: |No user exists for uid |You don't exist, go away)/,
    is('config-unusable'),
  ],
  [/^OpenSSL version mismatch\. /, is('config-unusable')],
  [/(?:^|: )ssh: (?:command )?not found$/, is('config-unusable')],
  [/^'ssh' is not recognized as /, is('config-unusable')],
]

/** What a line must hold for any rule to fit; it spares junk the whole list. */
const PROMISING =
  /onnect|resolve|assign|_exchange_|protocol|remote |negotiate|no matching|hostkey|packet|orrupt|padding|verify|mismatch|ssh_dispatch|WARNING|host key|denied|auth|disconnect|reset|closed|failed|not available|Timeout|request|master|Master|terminating| line \d|^Bad |Can't open|^Unknown|^Invalid|unknown option|usage: ssh|contains invalid|too long|loop via|expand: |uid |exist|not found|is not recognized|banner|version|sftp|change required|login as the|successfully|your shell|message too/

/** What a line of the client's standard error, without a `debug` level, says about how the login ended; undefined where it says nothing. */
export function findingOfLine(line: string): Finding | undefined {
  if (!PROMISING.test(line)) return undefined
  for (const [pattern, read] of RULES) {
    const m = pattern.exec(line)
    if (!m) continue
    const finding = read(m)
    if (finding) return finding
  }
  return undefined
}
