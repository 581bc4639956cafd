import type { Entry } from '../entry.ts'
import { is } from '../finding.ts'
import { said } from '../said.ts'

const log = said({ by: 'putty', level: 'info', source: 'PuTTY 0.83, ssh/userauth2-client.c' })
const passes = (step: Entry['step'], source: string) =>
  said({ by: 'putty', level: 'info', step, road: 'passes', source })
const banner = passes('banner', 'PuTTY 0.83, ssh/verstring.c')
const kex = passes('kex', 'PuTTY 0.83, ssh/kex2-client.c')
const bpp = passes('kex', 'PuTTY 0.83, ssh/bpp2.c')
const net = said({ by: 'putty', level: 'info', source: 'PuTTY 0.83, utils/backend_socket_log.c' })
const channel = said({ by: 'putty', level: 'info', step: 'session', source: 'PuTTY 0.83, ssh/connection2-client.c' })

/** The event log of PuTTY, which plink -v prints and WinSCP keeps as well. */
export const ENTRIES: readonly Entry[] = [
  net(
    'putty-log-lookup',
    /^Looking up host "(?<address>[^"]{1,255})" for .{1,40}connection$/,
    'PuTTY looks up the name of the host.',
  ),
  net('putty-log-connecting', /^Connecting to (?<address>\S{1,255}) port (?<port>\d{1,5})$/, 'PuTTY tries to connect.'),
  net('putty-log-connected', /^Connected to (?<address>\S{1,255})(?<!\.)$/, 'The connection stands.', {
    step: 'port',
    road: 'passes',
  }),
  net(
    'putty-log-failed',
    /^Failed to connect to (?<address>\S{1,255}): (?<reason>.{1,200})$/,
    'PuTTY could not connect to this address.',
    {
      level: 'error',
      step: 'port',
      road: 'breaks',
    },
  ),
  banner('putty-log-claims', /^We claim version: SSH-\S{1,200}$/, 'PuTTY told the server what it is.', {
    road: undefined,
  }),
  banner(
    'putty-log-remote-version',
    /^(?:Remote|Server) version: (?<program>SSH-.{1,250})$/,
    'The server said what it is.',
  ),
  banner(
    'putty-log-protocol',
    /^Using SSH protocol version [12]$/,
    'Both sides agreed on the version of the protocol.',
  ),
  banner(
    'putty-log-bug',
    /^We believe remote version (?:has|needs|can't|ignores|requires) .{1,120}$/,
    'PuTTY knows a quirk of this server and allows for it.',
    { road: undefined },
  ),
  kex(
    'putty-log-kex',
    /^Doing (?:Diffie-Hellman|ECDH|RSA|GSSAPI|hybrid|NTRU|ML-KEM|Streamlined).{1,200}$/,
    'The key exchange has begun.',
    { road: undefined },
  ),
  kex('putty-log-fingerprint', /^Host key fingerprint is:$/, 'The server proved its host key.'),
  kex(
    'putty-log-other-host-key',
    /^Server also has .{1,200} host keys?, but we don't know (?:it|any of them)$/,
    'The server has host keys that PuTTY does not know yet.',
    { road: undefined },
  ),
  kex(
    'putty-log-certificate',
    /^(?:Host key is a certificate\. Hash including certificate:|Accepted certificate|Certification authority matches '.{1,100}')$/,
    'The host key is a certificate.',
  ),
  kex(
    'putty-log-certificate-rejected',
    /^Rejected host key certificate: (?<reason>.{1,300})$/,
    'PuTTY does not take the certificate of the host.',
    { level: 'error', road: 'breaks' },
  ),
  kex('putty-log-strict', /^Enabling strict key exchange semantics$/, 'Both sides know the strict key exchange.', {
    since: '0.80',
    source: 'PuTTY 0.83, ssh/transport2.c',
    road: undefined,
  }),
  kex(
    'putty-log-terrapin',
    /^SSH connection is vulnerable to 'Terrapin' attack .{1,200}$/,
    'The server lacks the strict key exchange of 2023.',
    { since: '0.80', level: 'warning', source: 'PuTTY 0.83, ssh/transport2.c', road: undefined },
  ),
  bpp(
    'putty-log-encryption',
    /^Initialised .{1,60} (?:outbound|inbound) (?:encryption|MAC algorithm).{0,80}$/,
    'The key exchange is through.',
  ),
  log(
    'putty-log-reading-key',
    /^Reading (?:key|private key|certificate) file "(?<path>.{1,300})"$/,
    'PuTTY reads its key file.',
  ),
  log(
    'putty-log-key-unusable',
    /^Unable to (?:use this|load) (?:key|certificate)(?: file)? \((?<reason>.{1,200})\)$/,
    'PuTTY cannot use this key file.',
    { level: 'warning', step: 'client', road: 'breaks' },
  ),
  log(
    'putty-log-public-only',
    /^Key file contains public key only$/,
    'The key file has only the public half of the key.',
    { level: 'warning', step: 'client', road: 'breaks' },
  ),
  log('putty-log-pageant', /^Pageant is running\. Requesting keys\.$/, 'PuTTY asks the agent for its keys.'),
  log('putty-log-pageant-keys', /^Pageant has \d{1,4} SSH-[12] keys$/, 'The agent said how many keys it has.'),
  log(
    'putty-log-pageant-matches',
    /^Pageant key #\d{1,4} matches configured key file$/,
    'The agent has the key that the session names.',
  ),
  log(
    'putty-log-not-in-pageant',
    /^Configured key file not in Pageant$/,
    'The agent does not have the key that the session names.',
  ),
  log(
    'putty-log-pageant-silent',
    /^(?:Failed to get reply from Pageant|No reply received from Pageant|Pageant's response was truncated)$/,
    'The agent did not answer.',
    { level: 'warning', step: 'client', road: 'breaks' },
  ),
  log(
    'putty-log-pageant-refused',
    /^Pageant (?:refused signing request|failed to respond to signing request)$/,
    'The agent has the key and refused to sign with it.',
    {
      level: 'error',
      step: 'auth',
      road: 'breaks',
      message: 'client-agent-refused',
      ends: is('permission-denied', { weak: true }),
    },
  ),
  log('putty-log-trying-pageant', /^Trying Pageant key #\d{1,4}$/, 'PuTTY offers a key of the agent.'),
  log('putty-log-offered', /^Offered public key$/, 'PuTTY offered a key.', { step: 'auth' }),
  log(
    'putty-log-offer-accepted',
    /^Offer of public key accepted(?:, trying to authenticate using it\.)?$/,
    'The server knows this key for this user.',
    { step: 'auth', road: 'passes' },
  ),
  log('putty-log-signature', /^Sent public key signature$/, 'PuTTY proved that it has the key.', { step: 'auth' }),
  log(
    'putty-log-password',
    /^(?:Sent password|Attempting keyboard-interactive authentication|Prompt \(keyboard interactive, with instructions\))$/,
    'PuTTY tried a password.',
    { step: 'auth' },
  ),
  log(
    'putty-log-password-failed',
    /^(?:Password|Keyboard-interactive) authentication failed$/,
    'The server refused the password.',
    { level: 'warning', step: 'auth', road: 'breaks', ends: is('permission-denied', { weak: true }) },
  ),
  log('putty-log-access-granted', /^Access granted$/, 'The login worked.', { step: 'auth', road: 'passes' }),
  log(
    'putty-log-gssapi',
    /^(?:GSSAPI (?:authentication|import name|key exchange) .{1,120}|Trying gssapi-(?:with-mic|keyex)\.\.\.|Attempting GSSAPI authentication|No GSSAPI security context available)$/,
    'PuTTY tried a Kerberos login.',
  ),
  channel('putty-log-opening', /^Opening (?:main )?session (?:as|channel).{0,60}$/, 'PuTTY asks for a session.'),
  channel('putty-log-opened', /^Opened (?:main|session) channel$/, 'The server opened a session.', { road: 'passes' }),
  channel('putty-log-shell', /^Started a shell\/command$/, 'The shell or the command runs.', {
    road: 'passes',
    source: 'PuTTY 0.83, ssh/mainchan.c',
  }),
  channel('putty-log-pty-refused', /^Server refused to allocate pty$/, 'The server gives no terminal.', {
    level: 'warning',
    road: 'breaks',
    source: 'PuTTY 0.83, ssh/mainchan.c',
    ends: is('session-refused', { weak: true }),
  }),
  channel(
    'putty-log-command-failed',
    /^Primary command failed(?:; attempting fallback)?$|^Server refused to start a shell\/command$/,
    'The server refused the command or the shell.',
    {
      level: 'error',
      road: 'breaks',
      source: 'PuTTY 0.83, ssh/mainchan.c',
      ends: is('session-refused', { weak: true }),
    },
  ),
  channel(
    'putty-log-exit',
    /^(?:Session sent command exit status|Server sent command exit status) \d{1,6}$/,
    'The command or the shell ended.',
    { source: 'PuTTY 0.83, ssh/mainchan.c' },
  ),
  channel(
    'putty-log-forward-refused',
    /^(?:Remote port forwarding from (?<path>.{1,200}) refused|Forwarded connection refused by remote(?:: (?<reason>.{1,200}))?)$/,
    'The server refused to forward this port.',
    {
      level: 'warning',
      road: 'breaks',
      message: 'client-forwarding-refused',
    },
  ),
  channel(
    'putty-log-forward',
    /^(?:Local|Requesting remote) port .{1,200} forwarding to .{1,200}$|^Remote port forwarding from .{1,200} enabled$|^Opening connection to .{1,200} for .{1,100}$/,
    'PuTTY forwards a port.',
  ),
  channel(
    'putty-log-closed',
    /^Closing connection at user's request$|^All channels closed$|^Session finished$/,
    'The session ended as asked.',
    { source: 'PuTTY 0.83, ssh/connection2.c' },
  ),
  log('putty-log-username', /^Using username "(?<user>.{1,100})"\.$/, 'PuTTY logs in as this user.', {
    source: 'PuTTY 0.83, ssh/userauth2-client.c',
  }),
  log(
    'putty-log-authenticating',
    /^Authenticating with public key "(?<path>.{1,200})"(?: from agent)?$/,
    'The server knows this key; PuTTY signs with it.',
    { step: 'auth', road: 'passes' },
  ),
  log(
    'putty-log-banner',
    /^(?:Pre-authentication banner message|Keyboard-interactive authentication prompts?|End of (?:banner message|keyboard-interactive prompts)) from server:?$/,
    "The server's own words stand between these lines.",
  ),
]
