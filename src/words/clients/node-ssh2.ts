import type { Entry } from '../entry.ts'
import { byWords, is, noCommon } from '../finding.ts'
import { lookupFailure } from '../network-errors.ts'
import { said } from '../said.ts'

const fails = said({ by: 'node-ssh2', level: 'error', road: 'breaks', source: "Node's ssh2 1.16, lib/client.js" })
const agent = said({
  by: 'node-ssh2',
  level: 'error',
  step: 'client',
  road: 'breaks',
  source: "Node's ssh2 1.16, lib/agent.js",
})
const debug = said({ by: 'node-ssh2', level: 'debug', source: "Node's ssh2 1.16, lib/protocol" })
const node = said({ by: 'system', level: 'error', road: 'breaks', source: 'Node 24, lib/internal/errors.js, libuv' })

/** Node's ssh2: ssh2-sftp-client, node-ssh, extensions of editors, serverless tools. And Node's own words for a failed call. */
export const ENTRIES: readonly Entry[] = [
  fails(
    'node-ssh2-handshake-timeout',
    /\bTimed out while waiting for handshake\b/,
    'The server sent no identification in time, or did not finish the exchange.',
    { step: 'banner', ends: is('banner-timeout') },
  ),
  fails(
    'node-ssh2-all-methods-failed',
    /\bAll configured authentication methods failed\b/,
    'The server refused every way to log in.',
    { step: 'auth', ends: is('permission-denied') },
  ),
  fails(
    'node-ssh2-lost-before-handshake',
    /\bConnection lost before handshake\b/,
    'The server closed the connection before the exchange was through.',
    { step: 'banner', ends: is('closed') },
  ),
  fails(
    'node-ssh2-handshake-failed',
    /\bHandshake failed: no matching (?<algorithm>.{1,60})/,
    'The program and the server have no algorithm of this kind in common.',
    {
      step: 'kex',
      source: "Node's ssh2 1.16, lib/protocol/kex.js",
      ends: (m) => noCommon(m[1], ''),
    },
  ),
  fails(
    'node-ssh2-host-denied',
    /\bHost denied \(verification failed\)|\bHandshake failed: signature verification failed\b/,
    'The program does not trust the host key.',
    {
      step: 'kex',
      source: "Node's ssh2 1.16, lib/protocol/kex.js",
      ends: is('host-key-unknown'),
    },
  ),
  fails(
    'node-ssh2-no-response',
    /\bError: No response from server\b/,
    'The connection ended before the server answered.',
    { ends: is('closed', { weak: true }) },
  ),
  fails('node-ssh2-keepalive', /\bKeepalive timeout$/, 'The server does not answer any more.', {
    step: 'session',
    ends: is('broken-pipe'),
  }),
  fails(
    'node-ssh2-mac',
    /\bError: (?:Invalid MAC|Bad packet length)\b/,
    'A packet failed its check: something changed the bytes, or one side encrypts wrongly.',
    {
      step: 'kex',
      message: 'client-packet-corrupted',
      source: "Node's ssh2 1.16, lib/protocol/crypto.js",
      ends: is('kex-corrupt'),
    },
  ),
  fails('node-ssh2-private-key', /\bCannot parse privateKey: (?<reason>.{1,200})/, 'The private key cannot be read.', {
    step: 'client',
  }),
  fails(
    'node-ssh2-not-private',
    /\bprivateKey value does not contain a \(valid\) private key\b/,
    'The text that should be a private key is not a key.',
    { step: 'client' },
  ),
  fails(
    'node-ssh2-channel',
    /\(SSH\) Channel open failure: (?<reason>.{1,200})/,
    'The server refused to open the channel.',
    {
      step: 'session',
      source: "Node's ssh2 1.16, lib/utils.js onChannelOpenFailure",
      ends: is('session-refused', { weak: true }),
    },
  ),
  fails(
    'node-ssh2-forward',
    /\bUnable to bind to (?<address>[^\s:]{1,255}):(?<port>\d{1,5})$/,
    'The server refused to forward the port.',
    { step: 'session', message: 'client-forwarding-refused' },
  ),
  fails(
    'node-ssh2-session',
    /\bError: Unable to (?:exec|open shell|request a pseudo-terminal|start subsystem: \S{1,60}|request agent forwarding|request X11)$/,
    'The server refused the command, the shell, the terminal or the subsystem.',
    {
      step: 'session',
      ends: is('session-refused', { weak: true }),
    },
  ),
  fails(
    'node-ssh2-sftp',
    /\bReceived (?:exit code \d{1,5}|signal \w{1,20}) while establishing SFTP session\b|\bReceived unexpected SFTP session termination\b/,
    'The login worked, and the server started no SFTP.',
    { step: 'session', ends: is('session-refused') },
  ),
  agent('node-ssh2-agent', /\bFailed to (?:connect to agent|retrieve identities from agent)\b/, 'No agent answered.'),
  agent(
    'node-ssh2-agent-sign',
    /\bFailed to sign data with agent\b|\bAgent responded with failure\b/,
    'The agent has the key and refused to sign with it.',
    { step: 'auth', message: 'client-agent-refused' },
  ),
  debug(
    'node-ssh2-log-trying',
    /^Client: Trying (?<address>\S{1,255}) on port (?<port>\d{1,5}) \.\.\.$/,
    'The program tries to connect.',
    { source: "Node's ssh2 1.16, lib/client.js" },
  ),
  debug('node-ssh2-log-connected', /^Socket connected$/, 'The connection stands.', {
    step: 'port',
    road: 'passes',
    source: "Node's ssh2 1.16, lib/client.js",
  }),
  debug('node-ssh2-log-ident', /^Remote ident: '(?<program>SSH-.{1,250})'$/, 'The server said what it is.', {
    step: 'banner',
    road: 'passes',
  }),
  debug('node-ssh2-log-handshake', /^Handshake: .{1,2000}$/, 'The two sides compare what they can do.', {
    step: 'kex',
  }),
  debug('node-ssh2-log-completed', /^Handshake completed$/, 'The key exchange is through.', {
    step: 'kex',
    road: 'passes',
  }),
  debug(
    'node-ssh2-log-service',
    /^Inbound: Received SERVICE_ACCEPT \(ssh-userauth\)$/,
    'The server lets the login begin.',
    { step: 'auth', road: 'passes' },
  ),
  debug(
    'node-ssh2-log-failure',
    /^Inbound: Received USERAUTH_FAILURE \((?<theirs>[\w@.,-]{0,200})\)$/,
    'The server refused one way to log in; the list says what it still offers.',
    { step: 'auth', road: 'breaks' },
  ),
  debug('node-ssh2-log-pk-ok', /^Inbound: Received USERAUTH_PK_OK$/, 'The server knows this key for this user.', {
    step: 'auth',
    road: 'passes',
  }),
  debug('node-ssh2-log-success', /^Inbound: Received USERAUTH_SUCCESS$/, 'The login worked.', {
    step: 'auth',
    road: 'passes',
  }),
  debug('node-ssh2-log-method-failed', /^Client: [\w-]{1,40} auth failed$/, 'The server refused this way to log in.', {
    step: 'auth',
    road: 'breaks',
    source: "Node's ssh2 1.16, lib/client.js",
  }),
  debug(
    'node-ssh2-log-packets',
    /^(?:Inbound|Outbound): .{1,200}$|^Custom crypto binding available$|^Local ident: '.{1,200}'$/,
    'A step of the protocol, as the program logs it.',
  ),

  node(
    'node-getaddrinfo',
    /\bgetaddrinfo (E\w{1,20})\b/,
    'The program could not look up the name; an alias of ssh_config is not a name that a resolver knows.',
    {
      step: 'name',
      source: 'Node 24, lib/dns.js',
      ends: (m) => ({ failure: lookupFailure(m[1] ?? '') }),
    },
  ),
  node(
    'node-connect',
    /\bconnect (E(?:CONNREFUSED|TIMEDOUT|HOSTUNREACH|NETUNREACH|CONNRESET|ACCES|PERM))\b/,
    'The program could not connect to this address.',
    { step: 'port', source: 'Node 24, lib/net.js', ends: byWords },
  ),
  node('node-read-reset', /\bread ECONNRESET\b/, 'The connection was reset.', {
    source: 'Node 24, lib/internal/stream_base_commons.js',
    ends: is('reset'),
  }),
]
