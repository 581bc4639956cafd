import type { Entry } from '../entry.ts'
import { said } from '../said.ts'

const info = said({ by: 'jsch', level: 'info', source: 'JSch 0.1.55 and 2.27, Session.java' })
const kex = said({ by: 'jsch', level: 'info', step: 'kex', source: 'JSch 0.1.55 and 2.27, Session.java' })
const auth = said({ by: 'jsch', level: 'debug', step: 'auth', source: 'JSch 2.27, UserAuthPublicKey.java' })

/** JSch's own log, as its Logger gets it. */
export const ENTRIES: readonly Entry[] = [
  info('jsch-log-connecting', /^Connecting to (?<address>\S{1,255}) port (?<port>\d{1,5})$/, 'JSch tries to connect.'),
  info('jsch-log-established', /^Connection established$/, 'The connection stands.', { step: 'port', road: 'passes' }),
  info('jsch-log-remote-version', /^Remote version string: (?<program>SSH-.{1,250})$/, 'The server said what it is.', {
    step: 'banner',
    road: 'passes',
  }),
  info('jsch-log-local-version', /^Local version string: SSH-2\.0-.{1,100}$/, 'JSch told the server what it is.'),
  info(
    'jsch-log-disconnecting',
    /^Disconnecting from (?<address>\S{1,255}) port (?<port>\d{1,5})$/,
    'JSch ends the connection.',
  ),
  kex(
    'jsch-log-sent',
    /^SSH_MSG_(?:KEXINIT|NEWKEYS|SERVICE_REQUEST|EXT_INFO) sent$/,
    'JSch did the next step of the exchange.',
  ),
  kex('jsch-log-kexinit', /^SSH_MSG_KEXINIT received$/, 'The server said what it can do.'),
  kex('jsch-log-newkeys', /^SSH_MSG_NEWKEYS received$/, 'The key exchange is through.', { road: 'passes' }),
  kex(
    'jsch-log-expecting',
    /^expecting SSH_MSG_KEX(?:DH|_DH_GEX|_ECDH)_(?:REPLY|GROUP)$/,
    'JSch waits for the next step of the exchange.',
    { source: 'JSch 0.1.55, DHG1.java, DHGEX.java, DHECN.java' },
  ),
  kex(
    'jsch-log-proposal',
    /^(?:server|client) proposal: [\w ]{3,30}: [\w@.,+-]{0,2000}$|^(?:server|client): [\w@.+-]{3,60},[\w@.,+-]{0,2000}$/,
    'One side lists what it offers.',
    { level: 'debug', source: 'JSch 2.27, KeyExchange.java' },
  ),
  kex(
    'jsch-log-agreed',
    /^kex: (?:algorithm|host key algorithm|server->client|client->server)[: ].{1,200}$/,
    'Both sides agreed on an algorithm.',
    { source: 'JSch 0.1.55 and 2.27, KeyExchange.java' },
  ),
  kex(
    'jsch-log-signature',
    /^ssh_(?:rsa|dss|ecdsa|eddsa)_verify: (?:[\w@.-]{1,60} )?signature true$/,
    'The server proved its host key.',
    { road: 'passes', source: 'JSch 0.1.55 and 2.27, KeyExchange.java' },
  ),
  kex(
    'jsch-log-signature-false',
    /^ssh_(?:rsa|dss|ecdsa|eddsa)_verify: (?:[\w@.-]{1,60} )?signature false$/,
    "The server's proof of its host key does not hold.",
    { road: 'breaks', source: 'JSch 0.1.55 and 2.27, KeyExchange.java' },
  ),
  kex(
    'jsch-log-host-known',
    /^Host '(?<address>.{1,255})' is known and matches the \S{1,40} (?:host )?key$/,
    'The host key is the one that is known.',
    { road: 'passes' },
  ),
  kex(
    'jsch-log-permanently-added',
    /^Permanently added '(?<address>.{1,255})' \(\S{1,40}\) to the list of known hosts\.$/,
    'JSch took the host key without asking.',
    { level: 'warning' },
  ),
  kex(
    'jsch-log-check',
    /^Check(?:Ciphers|Kexes|Signatures|Macs): .{1,1000}$|^[a-z\d]{2,30}(?:-[\w@.]{1,40}){1,6} is not available\.$/,
    'JSch looks which algorithms this Java has.',
  ),
  info('jsch-log-service-accept', /^SSH_MSG_SERVICE_ACCEPT received$/, 'The server lets the login begin.', {
    step: 'auth',
    road: 'passes',
    source: 'JSch 0.1.55 and 2.27, UserAuthNone.java',
  }),
  info(
    'jsch-log-methods',
    /^Authentications that can continue: (?<theirs>[\w@.,-]{0,200})$/,
    'The server lists the ways to log in that are left.',
    { step: 'auth' },
  ),
  info(
    'jsch-log-next-method',
    /^Next authentication method: (?<option>[\w@.-]{1,60})$/,
    'JSch tries this way to log in.',
    { step: 'auth' },
  ),
  info('jsch-log-succeeded', /^Authentication succeeded \((?<option>[\w@.-]{1,60})\)\.$/, 'The login worked.', {
    step: 'auth',
    road: 'passes',
  }),
  info('jsch-log-trials', /^Login trials exceeds (?<limit>\d{1,4})$/, 'JSch gave up after its own limit of attempts.', {
    step: 'auth',
    road: 'breaks',
  }),
  info('jsch-log-leaving', /^Caught an exception, leaving main loop due to .{1,300}$/, 'The connection ended.'),
  auth(
    'jsch-log-accepted-algorithms',
    /^PubkeyAcceptedAlgorithms (?:= |in server-sig-algs = |not in server-sig-algs = ).{0,600}$|^No server-sig-algs found, using PubkeyAcceptedAlgorithms = .{0,600}$/,
    'JSch lists the signatures that it may use with this server.',
    { since: '0.2' },
  ),
  auth(
    'jsch-log-preauth',
    /^(?<algorithm>[\w@.-]{1,60}) preauth success$/,
    'The server knows this key for this user.',
    { since: '0.2', road: 'passes' },
  ),
  auth(
    'jsch-log-preauth-failure',
    /^(?<algorithm>[\w@.-]{1,60}) preauth failure(?: command \(\d{1,3}\))?$/,
    'The server does not take this key, or not with this signature.',
    { since: '0.2', road: 'breaks' },
  ),
  auth('jsch-log-auth', /^(?<algorithm>[\w@.-]{1,60}) auth success$/, 'The login worked.', {
    since: '0.2',
    road: 'passes',
  }),
  auth(
    'jsch-log-auth-failure',
    /^(?<algorithm>[\w@.-]{1,60}) (?:auth|signature) failure(?: command \(\d{1,3}\))?$/,
    'The server refused the signature, or the key could not make it.',
    { since: '0.2', road: 'breaks' },
  ),
  auth(
    'jsch-log-not-available',
    /^(?<algorithm>[\w@.-]{1,60}) (?:not available for identity .{1,300}|cannot be used as public key type for identity .{1,300})$/,
    'This Java cannot sign so with this key.',
    { since: '0.2' },
  ),
]
