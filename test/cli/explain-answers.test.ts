// What ssh and sshd say, and which fault a person who knows them would name first (openssh.md 4.2, 4.3 and 4.4, causes.md 3.1).
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { evidenceIn } from '../../src/cli/verbs/explain/evidence.ts'
import type { RankedCause } from '../../src/core/types.ts'
import { diagnose } from '../../src/diagnose/diagnose.ts'

interface Row {
  text: string
  /** One of these leads. */
  first: readonly string[]
  /** However it leads, it is not called surer than this. */
  atMost?: number
  /** None of these stands above any of `first` … */
  above?: readonly [string, readonly string[]]
  ruledOut?: readonly string[]
  becauseOf?: string
}

const RESET = 'kex_exchange_identification: read: Connection reset by peer'
const CLOSED = 'kex_exchange_identification: Connection closed by remote host'
const VERBOSE = [
  'OpenSSH_9.2p1 Debian-2+deb12u3, OpenSSL 3.0.13 30 Jan 2024',
  'debug1: Connecting to h [192.0.2.1] port 22.',
  'debug1: Connection established.',
  'debug1: Local version string SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3',
].join('\n')
const NAMED = `${VERBOSE}\ndebug1: Remote protocol version 2.0, remote software version OpenSSH_9.2p1`
const AGREED = `${NAMED}\ndebug1: SSH2_MSG_KEXINIT sent\ndebug1: SSH2_MSG_KEXINIT received\ndebug1: SSH2_MSG_NEWKEYS received`
const SERVICE = `${AGREED}\ndebug1: SSH2_MSG_SERVICE_ACCEPT received`
/** What needs evidence from within, or is seldom: never in front of the common cause of the same words. */
const RARE = [
  'fork-refused',
  'privsep-directory-missing',
  'upgraded-not-restarted',
  'host-keys-unusable',
  'descriptors-exhausted',
  'log-daemon-hung',
  'denied-by-tcp-wrappers',
]
const TURNED_AWAY = ['maxstartups-saturated', 'probe-not-trustworthy', 'forwarder-without-backend', 'sshd-child-dies']
const REFUSED_KEY = ['key-not-accepted', 'password-needed', 'key-file-missing']

const CLIENT: Record<string, Row> = {
  '#1 no answer': {
    text: 'ssh: connect to host h port 22: Connection timed out',
    first: ['packets-dropped', 'host-unreachable', 'source-banned'],
  },
  '#1 on macOS': {
    text: 'ssh: connect to host h port 22: Operation timed out',
    first: ['packets-dropped', 'host-unreachable', 'source-banned'],
  },
  '#2 refused': {
    text: 'ssh: connect to host h port 22: Connection refused',
    first: ['nothing-listens', 'listens-on-other-port'],
  },
  '#3 no route': {
    text: 'ssh: connect to host h port 22: No route to host',
    first: ['host-unreachable', 'packets-rejected'],
  },
  '#4 network': {
    text: 'ssh: connect to host h port 22: Network is unreachable',
    first: ['host-unreachable', 'ipv6-path-broken', 'packets-rejected'],
  },
  '#5 lookup': {
    text: 'ssh: Could not resolve hostname h: Temporary failure in name resolution',
    first: ['name-lookup-fails'],
  },
  '#5 unknown name': {
    text: 'ssh: Could not resolve hostname h: Name or service not known',
    first: ['name-not-found'],
  },
  '#6 reset in connect': {
    text: 'ssh: connect to host h port 22: Connection reset by peer',
    first: [
      'protocol-blocked',
      'forwarder-without-backend',
      'packets-rejected',
      'source-banned',
      'probe-not-trustworthy',
      'maxstartups-saturated',
      'sshd-child-dies',
    ],
    atMost: 0.95,
  },
  '#7 banner timeout': {
    text: 'Connection timed out during banner exchange\nConnection to 192.0.2.1 port 22 timed out',
    first: ['host-starved'],
    ruledOut: ['maxstartups-saturated'],
  },
  '#7 one line of it': {
    text: 'Connection timed out during banner exchange',
    first: ['host-starved'],
    ruledOut: ['maxstartups-saturated'],
  },
  '#7 with a lost agent': {
    text: 'Connection timed out during banner exchange\nPingStatus: ConnectionLost',
    first: ['host-starved'],
    ruledOut: ['maxstartups-saturated'],
  },
  '#8 lines without end': {
    text: `kex_exchange_identification: No SSH version received in first 1024 lines from server\nbanner exchange: Connection to 192.0.2.1 port 22: invalid format`,
    first: ['tarpit', 'not-an-ssh-server'],
  },
  '#9 reset': {
    text: `${RESET}\nConnection reset by 192.0.2.1 port 22`,
    first: TURNED_AWAY,
    atMost: 0.9,
    above: ['maxstartups-saturated', RARE],
  },
  '#9 reset, one line': { text: RESET, first: TURNED_AWAY, atMost: 0.9, above: ['maxstartups-saturated', RARE] },
  '#9 closed': {
    text: `${CLOSED}\nConnection closed by 192.0.2.1 port 22`,
    first: TURNED_AWAY,
    atMost: 0.9,
    above: ['maxstartups-saturated', RARE],
  },
  '#9 of 7.9': {
    text: 'ssh_exchange_identification: Connection closed by remote host',
    first: TURNED_AWAY,
    atMost: 0.9,
    above: ['maxstartups-saturated', RARE],
  },
  '#9 of 9.5, which says less': {
    text: 'Connection closed by 192.0.2.1 port 22',
    first: [...TURNED_AWAY, 'protocol-blocked', 'mtu-black-hole'],
    atMost: 0.9,
  },
  '#9 with the notice': {
    text: `${VERBOSE}\ndebug1: kex_exchange_identification: banner line 0: Exceeded MaxStartups\n${CLOSED}`,
    first: ['maxstartups-saturated'],
  },
  '#9 with the notice of 9.8': {
    text: `${VERBOSE}\ndebug1: kex_exchange_identification: banner line 0: Not allowed at this time\n${CLOSED}`,
    first: ['per-source-penalty', 'maxstartups-saturated'],
    atMost: 0.8,
  },
  '#9 as nc shows it': { text: 'Exceeded MaxStartups', first: ['maxstartups-saturated'] },
  '#18 HTTP': {
    text: `${VERBOSE}\ndebug1: kex_exchange_identification: banner line 0: HTTP/1.1 400 Bad Request\n${CLOSED}`,
    first: ['not-an-ssh-server'],
  },
  '#19 binary': {
    text: 'kex_exchange_identification: banner line contains invalid characters\nbanner exchange: Connection to 192.0.2.1 port 22: invalid format',
    first: ['not-an-ssh-server'],
  },
  '#20 SSH 1': {
    text: 'Protocol major versions differ: 2 vs. 1\nbanner exchange: Connection to 192.0.2.1 port 22: could not read protocol version',
    first: ['not-an-ssh-server', 'no-common-algorithm', 'unknown'],
  },
  '#30 no common kex': {
    text: 'Unable to negotiate with 192.0.2.1 port 22: no matching key exchange method found. Their offer: diffie-hellman-group14-sha1',
    first: ['no-common-algorithm'],
  },
  '#30 no common host key': {
    text: 'Unable to negotiate with 192.0.2.1 port 22: no matching host key type found. Their offer: ssh-rsa',
    first: ['no-common-algorithm'],
  },
  '#31 large packets to it': {
    text: `${NAMED}\ndebug1: SSH2_MSG_KEXINIT sent\ndebug1: SSH2_MSG_KEXINIT received\ndebug1: expecting SSH2_MSG_KEX_ECDH_REPLY`,
    first: ['mtu-black-hole'],
  },
  '#32 large packets from it': { text: `${NAMED}\ndebug1: SSH2_MSG_KEXINIT sent`, first: ['mtu-black-hole'] },
  '#33 reset behind the banner': {
    text: `${NAMED}\ndebug1: SSH2_MSG_KEXINIT sent\nConnection reset by 192.0.2.1 port 22`,
    first: ['protocol-blocked', 'sshd-child-dies', 'per-source-limit', 'mtu-black-hole'],
  },
  '#34 garbage': {
    text: `${NAMED}\nBad packet length 1094795585.`,
    first: ['packets-corrupted', 'not-an-ssh-server', 'unknown', 'protocol-blocked', 'sshd-child-dies'],
  },
  '#35 changed': {
    text: '@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\nHost key verification failed.',
    first: ['host-key-changed'],
  },
  '#35 unknown': {
    text: 'No ED25519 host key is known for h and you have requested strict checking.\nHost key verification failed.',
    first: ['host-key-unknown'],
  },
  '#36 stalls in auth': { text: SERVICE, first: ['reverse-dns-slow', 'authentication-slow'] },
  '#39 password': { text: 'alice@h: Permission denied (publickey,password,keyboard-interactive).', first: REFUSED_KEY },
  '#40 key': { text: 'alice@h: Permission denied (publickey).', first: REFUSED_KEY },
  '#47 mode of the key': {
    text: '@         WARNING: UNPROTECTED PRIVATE KEY FILE!          @\nPermissions 0644 for \'k.pem\' are too open.\nLoad key "k.pem": bad permissions\nalice@h: Permission denied (publickey).',
    first: ['key-file-too-open'],
  },
  'a key that is not there': {
    text: 'Warning: Identity file k.pem not accessible: No such file or directory.\nalice@h: Permission denied (publickey).',
    first: ['key-file-missing'],
  },
  '#49 root': { text: 'root@h: Permission denied (publickey).', first: ['key-not-accepted', 'root-login-forbidden'] },
  '#50 too many keys': {
    text: 'Received disconnect from 192.0.2.1 port 22:2: Too many authentication failures\nDisconnected from 192.0.2.1 port 22',
    first: ['too-many-keys-offered'],
  },
  '#51 more methods': {
    text: `${SERVICE}\nAuthenticated using "publickey" with partial success.\nalice@h: Permission denied (password).`,
    first: ['more-methods-required'],
  },
  '#52 nologin': {
    text: '"System is going down. Unprivileged users are not permitted to log in anymore. For technical details, see pam_nologin(8)."\nConnection closed by 192.0.2.1 port 22',
    first: ['logins-closed'],
  },
  '#60 MaxSessions': {
    text: 'mux_client_request_session: session request failed: Session open refused by peer',
    first: ['sessions-refused'],
  },
  '#60 MaxSessions 0': { text: 'channel 0: open failed: connect failed: open failed', first: ['sessions-refused'] },
  '#65 no shell': {
    text: `${SERVICE}\ndebug1: Authentication succeeded (publickey).\ndebug1: Entering interactive session.\nThis account is currently not available.\nConnection to h closed.`,
    first: ['shell-exits', 'command-forced'],
  },
  'a proxy that fails': {
    text: 'bash: line 1: corkscrew: command not found\nkex_exchange_identification: Connection closed by remote host\nConnection closed by UNKNOWN port 65535',
    first: ['proxy-command-fails'],
  },
  'a jump whose target refuses': {
    text: 'channel 0: open failed: connect failed: Connection refused\nstdio forwarding failed\nkex_exchange_identification: Connection closed by remote host\nConnection closed by UNKNOWN port 65535',
    first: ['nothing-listens', 'jump-host-unreachable', 'proxy-command-fails'],
  },
  'a bad option': {
    text: '/home/u/.ssh/config: line 3: Bad configuration option: fooo\n/home/u/.ssh/config: terminating, 1 bad configuration options',
    first: ['ssh-config-unusable'],
  },
}

const drops = [3, 4, 5, 6, 7].map(
  (n) =>
    `Nov 20 13:00:0${n} h sshd[812]: drop connection #1${n} from [203.0.113.${n}]:4${n}111 on [192.0.2.1]:22 past MaxStartups`,
)
const failures = Array.from(
  { length: 30 },
  (_, n) => `Nov 20 13:01:${10 + n} h sshd[9${n}]: Failed password for root from 203.0.113.${n} port 4${n} ssh2`,
)
const SERVER: Record<string, Row> = {
  'drops and failed passwords from everywhere': {
    text: ['Nov 20 13:00:00 h sshd[812]: error: beginning MaxStartups throttling', ...drops, ...failures].join('\n'),
    first: ['maxstartups-saturated'],
    becauseOf: 'brute-force',
  },
  'drops of 10.0': {
    text: [
      'Nov 20 13:00:00 h sshd[812]: drop connection #12 from [203.0.113.9]:4 on [192.0.2.1]:22 Maxstartups',
      ...failures,
    ].join('\n'),
    first: ['maxstartups-saturated'],
    becauseOf: 'brute-force',
  },
  penalties: {
    text: 'Nov 20 13:00:00 h sshd[812]: drop connection #0 from [203.0.113.9]:4 on [192.0.2.1]:22 penalty: failed authentication',
    first: ['per-source-penalty'],
  },
  '#11 fork': {
    text: 'Nov 20 13:00:00 h sshd[812]: error: fork: Resource temporarily unavailable',
    first: ['fork-refused'],
  },
  '#7 descriptors': {
    text: 'Nov 20 13:00:00 h sshd[812]: error: accept: Too many open files',
    first: ['descriptors-exhausted'],
  },
  '#12 libwrap': {
    text: 'Nov 20 13:00:00 h sshd[812]: refused connect from 203.0.113.9 (203.0.113.9)',
    first: ['denied-by-tcp-wrappers'],
  },
  '#14 host keys': {
    text: 'Nov 20 13:00:00 h sshd[812]: error: Unable to load host key: /etc/ssh/ssh_host_ed25519_key\nNov 20 13:00:00 h sshd[812]: sshd: no hostkeys available -- exiting.',
    first: ['host-keys-unusable'],
  },
  '#15 privsep': {
    text: 'Nov 20 13:00:00 h sshd[812]: fatal: Missing privilege separation directory: /run/sshd',
    first: ['privsep-directory-missing'],
  },
  '#42 AllowUsers': {
    text: 'Nov 20 13:00:00 h sshd[812]: User alice from 203.0.113.9 not allowed because not listed in AllowUsers',
    first: ['user-not-allowed'],
  },
  '#44 locked': {
    text: 'Nov 20 13:00:00 h sshd[812]: User carol not allowed because account is locked',
    first: ['account-locked'],
  },
  '#45 StrictModes': {
    text: 'Nov 20 13:00:00 h sshd[812]: Authentication refused: bad ownership or modes for directory /home/alice',
    first: ['strict-modes-refuses'],
  },
}

const told = (causes: readonly RankedCause[]) =>
  causes
    .slice(0, 6)
    .map((c) => `${c.id} ${c.probability.toFixed(3)}`)
    .join(', ')

function judge(row: Row): void {
  const { facts } = evidenceIn(row.text, '2026-01-01T00:00:00Z')
  const { causes, ruledOut } = diagnose(facts)
  const top = causes[0]
  assert.ok(top && row.first.includes(top.id), `expected ${row.first.join(' or ')} first, got: ${told(causes)}`)
  assert.ok(top.probability <= (row.atMost ?? 1), `too sure: ${told(causes)}`)
  const rank = (id: string) => causes.findIndex((c) => c.id === id)
  const [id, below] = row.above ?? ['', []]
  for (const rare of below) {
    assert.ok(rank(rare) < 0 || (rank(id) >= 0 && rank(id) < rank(rare)), `${rare} stands above ${id}: ${told(causes)}`)
  }
  for (const out of row.ruledOut ?? []) {
    const found = ruledOut.find((one) => one.id === out)
    assert.ok(found && found.says.length > 10, `${out} is not ruled out; ranked: ${told(causes)}`)
  }
  if (row.becauseOf)
    assert.ok(
      top.becauseOf.some((one) => one.id === row.becauseOf),
      `no ${row.becauseOf} behind it`,
    )
}

for (const [where, rows] of Object.entries({ client: CLIENT, server: SERVER })) {
  describe(`what the ${where} says`, () => {
    for (const [name, row] of Object.entries(rows)) {
      test(name, () => judge(row))
    }
  })
}
