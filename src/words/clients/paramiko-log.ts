import type { Entry } from '../entry.ts'
import { is } from '../finding.ts'
import { said } from '../said.ts'

const transport = said({ by: 'paramiko', level: 'debug', source: 'Paramiko 4.0, paramiko/transport.py' })
const auth = said({ by: 'paramiko', level: 'debug', step: 'auth', source: 'Paramiko 4.0, paramiko/auth_handler.py' })
const client = said({ by: 'paramiko', level: 'debug', step: 'auth', source: 'Paramiko 4.0, paramiko/client.py' })

/** Paramiko's log (`paramiko.transport`), behind its level and its name. */
export const ENTRIES: readonly Entry[] = [
  transport(
    'paramiko-log-start',
    /^starting thread \(client mode\): 0x[0-9a-f]{1,16}L?$/,
    'Paramiko begins to talk to the server.',
  ),
  transport(
    'paramiko-log-local-version',
    /^Local version\/idstring: SSH-2\.0-\S{1,100}$/,
    'Paramiko told the server what it is.',
  ),
  transport(
    'paramiko-log-remote-version',
    /^Remote version\/idstring: (?<program>SSH-.{1,250})$/,
    'The server said what it is.',
    { step: 'banner', road: 'passes' },
  ),
  transport(
    'paramiko-log-connected',
    /^Connected \(version (?<limit>[\d.]{1,6}), client (?<program>.{1,200})\)$/,
    'The server said what it is.',
    { level: 'info', step: 'banner', road: 'passes' },
  ),
  transport('paramiko-log-banner-line', /^Banner: .{0,400}$/, 'The server sent a line before its identification.'),
  transport(
    'paramiko-log-kex',
    /^=== (?:Key exchange possibilities|Key exchange agreements|End of kex handshake) ===$/,
    'The key exchange runs.',
    { step: 'kex' },
  ),
  transport(
    'paramiko-log-kex-agreed',
    /^(?:Kex|HostKey|Cipher|MAC|Compression): (?:in )?[\w@.,= -]{1,200}$/,
    'Both sides agreed on an algorithm.',
    { step: 'kex' },
  ),
  transport(
    'paramiko-log-kex-offers',
    /^(?:kex algos|server key|client encrypt|server encrypt|client mac|server mac|client compress|server compress|client lang|server lang|kex follows): .{0,2000}$/,
    'The server lists what it offers.',
    { step: 'kex' },
  ),
  transport('paramiko-log-new-keys', /^Switch to new keys \.\.\.$/, 'The key exchange is through.', {
    step: 'kex',
    road: 'passes',
  }),
  transport(
    'paramiko-log-host-key-verified',
    /^Host key verified \((?<algorithm>[\w@.-]{1,60})\)$/,
    'The host key is the one that was expected.',
    { step: 'kex', road: 'passes' },
  ),
  transport('paramiko-log-ext-info', /^Got EXT_INFO: .{0,2000}$/, 'The server said which signatures it takes.', {
    step: 'kex',
  }),
  transport(
    'paramiko-log-attempting',
    /^Attempting (?:public-key|password|GSS-API) auth\.\.\..{0,40}$/,
    'Paramiko tries to log in.',
    { step: 'auth' },
  ),
  transport(
    'paramiko-log-disconnect',
    /^Disconnect \(code (?<limit>\d{1,10})\): (?<reason>.{0,400})$/,
    'The server ended the connection and said why.',
    { level: 'info', road: 'breaks', ends: is('disconnected') },
  ),
  transport('paramiko-log-eof', /^EOF in transport thread$/, 'The connection was closed.', {
    ends: is('closed', { weak: true }),
  }),
  transport(
    'paramiko-log-socket',
    /^Socket exception: (?<reason>.{1,200})$/,
    'The connection failed with an error of the system.',
    { level: 'error', road: 'breaks', ends: is('reset', { weak: true }) },
  ),
  transport(
    'paramiko-log-exception',
    /^(?:Exception|Unknown exception)(?: \((?:client|server)\))?: .{1,300}$/,
    'Paramiko gave the connection up; what follows says why.',
    { level: 'error', road: 'breaks' },
  ),
  transport(
    'paramiko-log-channel-opened',
    /^(?:\[chan \d{1,8}\] )?(?:Secsh channel \d{1,8} (?:\(\w{1,20}\) )?opened|Sesch channel \d{1,8} opened)\.$/,
    'The server opened a channel.',
    { step: 'session', road: 'passes' },
  ),
  transport(
    'paramiko-log-channel-failed',
    /^(?:\[chan \d{1,8}\] )?Secsh channel \d{1,8} open FAILED: (?<reason>.{1,200}): .{1,60}$/,
    'The server refused to open a channel.',
    { level: 'info', step: 'session', road: 'breaks', ends: is('session-refused', { weak: true }) },
  ),
  transport(
    'paramiko-log-channel-request',
    /^\[chan \d{1,8}\] Sesch channel \d{1,8} request ok$/,
    'The server granted what was asked for in the channel.',
    { step: 'session', road: 'passes' },
  ),
  auth('paramiko-log-userauth-ok', /^userauth is OK$/, 'The server lets the login begin.', { road: 'passes' }),
  auth('paramiko-log-success', /^Authentication \((?<option>[\w@.-]{1,40})\) successful!$/, 'The login worked.', {
    level: 'info',
    road: 'passes',
  }),
  auth(
    'paramiko-log-failed',
    /^Authentication \((?<option>[\w@.-]{1,40})\) failed\.$/,
    'The server refused one way to log in.',
    { level: 'info', road: 'breaks', ends: is('permission-denied', { weak: true }) },
  ),
  auth(
    'paramiko-log-continues',
    /^Authentication continues\.\.\.$/,
    'One way to log in worked, and the server wants another one besides.',
    { level: 'info' },
  ),
  auth(
    'paramiko-log-not-permitted',
    /^Authentication type \((?<option>[\w@.-]{1,40})\) not permitted\.$/,
    'The server does not offer this way to log in.',
    { road: 'breaks' },
  ),
  auth(
    'paramiko-log-allowed',
    /^Allowed methods: \[(?<theirs>.{0,300})\]$/,
    'The server lists the ways to log in that it offers.',
  ),
  auth(
    'paramiko-log-algorithms',
    /^(?:Our pubkey algorithm list|Server-side algorithm list): .{0,1000}$/,
    'One side lists the signatures that it takes.',
  ),
  auth(
    'paramiko-log-agreed',
    /^(?:Agreed upon|Finalizing pubkey algorithm for key of type) '?(?<algorithm>[\w@.-]{1,60})'?(?: pubkey algorithm)?$/,
    'Paramiko chose how to sign.',
  ),
  auth(
    'paramiko-log-no-common-pubkey',
    /^No common pubkey algorithms exist! Dying\.$/,
    'The key can sign in no way that the server takes.',
    { message: 'client-signature-algorithm', road: 'breaks', ends: is('permission-denied', { weak: true }) },
  ),
  auth(
    'paramiko-log-sha2-untold',
    /^Server did not send a server-sig-algs list; defaulting to our first preferred algo \('(?<algorithm>rsa-sha2-\d{3})'\)$/,
    'The server did not say which signatures it takes, and Paramiko signs with SHA-2, which old servers do not know.',
    {
      since: '2.9',
      message: 'client-signature-algorithm',
    },
  ),
  auth(
    'paramiko-log-no-sig-algs',
    /^Server did not send a server-sig-algs list; defaulting to .{1,200}$/,
    'The server did not say which signatures it takes.',
    { since: '2.9' },
  ),
  auth(
    'paramiko-log-disabled-algorithms',
    /^NOTE: you may use the 'disabled_algorithms' SSHClient\/Transport init kwarg to disable that or other algorithms if your server does no.{0,60}$/,
    'Paramiko names the way to have it sign otherwise.',
    { since: '2.9' },
  ),
  auth('paramiko-log-banner', /^Auth banner: .{0,2000}$/, 'The words of the server before the login.', {
    level: 'info',
  }),
  client(
    'paramiko-log-trying',
    /^Trying (?:discovered key|SSH key|SSH agent key|key) .{1,300}$/,
    'Paramiko offers a key.',
  ),
  client('paramiko-log-certificate', /^Adding public certificate .{1,300}$/, 'Paramiko offers a certificate.'),
  client(
    'paramiko-log-unknown-host',
    /^(?:Rejecting|Unknown|Adding) [\w@.-]{1,60} host key for .{1,200}: [0-9a-f]{32,128}$/,
    'Paramiko met a host key that it does not know.',
    { step: 'kex' },
  ),
]
