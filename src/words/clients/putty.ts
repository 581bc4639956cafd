import type { Entry } from '../entry.ts'
import { denied, is, noCommon } from '../finding.ts'
import { connectFailure } from '../network-errors.ts'
import { said } from '../said.ts'

/** PuTTY, plink and pscp show these in a box, or behind `FATAL ERROR: `. */
const fatal = said({
  by: 'putty',
  level: 'fatal',
  road: 'breaks',
  source: 'PuTTY 0.83, ssh/common.c ssh_sw_abort and kin',
})
const prints = said({
  by: 'putty',
  level: 'info',
  step: 'auth',
  road: 'breaks',
  source: 'PuTTY 0.83, ssh/userauth2-client.c',
})
const packet = said({
  by: 'putty',
  level: 'fatal',
  step: 'kex',
  road: 'breaks',
  message: 'client-packet-corrupted',
  source: 'PuTTY 0.83, ssh/bpp2.c ssh2_bpp_handle_input',
})
const corrupt = is('kex-corrupt')

export const ENTRIES: readonly Entry[] = [
  // PuTTY's FAQ A.7.11: the local side gave up on a connection, whichever its stage.
  fatal(
    'putty-connection-abort',
    /\bNetwork error: Software caused connection abort/,
    'The own machine gave up a connection that went dead.',
    { source: "PuTTY's FAQ, A.7.11", ends: is('reset') },
  ),
  fatal('putty-network-error', /\bNetwork error: ?(.{1,100})/, 'The connection failed with an error of the system.', {
    source: 'PuTTY 0.83, windows/network.c winsock_error_string',
    ends(m) {
      const failure = connectFailure(m[1] ?? '')
      // PuTTY says the same of a connection that was up.
      return failure === 'connect-reset' ? { failure: 'reset' } : failure ? { failure } : undefined
    },
  }),
  fatal(
    'putty-closed',
    /(?:\bRemote side|\bServer) unexpectedly closed network connection\b|\bReceived unexpected end-of-file from server/,
    'The server closed the connection.',
    { source: 'PuTTY 0.83, ssh/bpp2.c, ssh/verstring.c; 0.70, ssh.c', ends: is('closed') },
  ),
  fatal(
    'putty-no-methods',
    /\bNo supported authentication methods available(?: \(server sent: ([^)]{0,200})\))?/,
    'The server refused every way to log in that PuTTY had; the list says what it offers.',
    {
      step: 'auth',
      source: 'PuTTY 0.83, ssh/userauth2-client.c',
      message: 'client-no-method-left',
      ends: (m) => denied(m[1]),
    },
  ),
  fatal(
    'putty-no-common-algorithm',
    /\bCouldn't agree an? (?<algorithm>.{1,40}?)(?: algorithm)? \(available: (?<theirs>[^)]{0,2000})\)/,
    'PuTTY and the server have no algorithm of this kind in common.',
    { step: 'kex', source: 'PuTTY 0.83, ssh/transport2.c', ends: (m) => noCommon(m[1], m[2]) },
  ),
  fatal(
    'putty-host-key-not-cached',
    /\bThe (?:server's )?host key is not cached\b|\bhost key is not cached in the registry\b/,
    'PuTTY does not know the host key of this server.',
    {
      level: 'warning',
      step: 'kex',
      source: 'PuTTY 0.83, ssh/common.c verify_ssh_host_key; 0.70, windows/wincons.c',
      ends: is('host-key-unknown'),
    },
  ),
  fatal(
    'putty-host-key-changed',
    /\bWARNING - POTENTIAL SECURITY BREACH!/,
    'The server shows another host key than the one PuTTY knows.',
    {
      level: 'warning',
      step: 'kex',
      source: 'PuTTY 0.83, ssh/common.c verify_ssh_host_key',
      ends: is('host-key-changed'),
    },
  ),
  fatal(
    'putty-too-many-failures',
    /\bRemote side sent disconnect message.{0,200}Too many authentication failures/,
    'The server ended the login after too many attempts.',
    { step: 'auth', source: 'PuTTY 0.83, ssh/transport2.c ssh2_transport_filter_queue', ends: is('too-many-failures') },
  ),
  fatal(
    'putty-too-many-failures-quoted',
    /^"?[Tt]oo many authentication failures(?: for .{1,100}?)?"?$/,
    'The server ended the login after too many attempts; the lines in front belong to it.',
    {
      step: 'auth',
      source: 'PuTTY 0.83, ssh/transport2.c; its message has three lines',
      ends: is('too-many-failures'),
    },
  ),
  fatal('putty-disconnect', /\bRemote side sent disconnect message/, 'The server ended the connection and said why.', {
    source: 'PuTTY 0.83, ssh/transport2.c ssh2_transport_filter_queue',
    ends: is('disconnected'),
  }),
  packet(
    'putty-packet-garbled',
    /\bIncoming packet (?:length field )?was garbled(?: on decryption)?/,
    'A packet arrived with an impossible length: something changed the bytes, or one side decrypts them wrongly.',
    { ends: corrupt },
  ),
  packet(
    'putty-incorrect-mac',
    /\bIncorrect (?:MAC|CRC) received on packet/,
    'A packet failed its check: something changed the bytes, or one side encrypts wrongly.',
    { ends: corrupt },
  ),
  packet(
    'putty-padding',
    /\bInvalid padding length on received packet/,
    'A packet failed its check: something changed the bytes, or one side encrypts wrongly.',
    { ends: corrupt },
  ),
  fatal(
    'putty-no-packet',
    /\bNo valid incoming packet found\b/,
    'Nothing that the server sent reads as a packet of SSH.',
    { step: 'kex', source: 'PuTTY 0.83, ssh/bpp2.c', ends: corrupt },
  ),
  fatal(
    'putty-host-does-not-exist',
    /\bUnable to open connection to .{1,200}Host does not exist|^(?:FATAL ERROR: )?Host (?:"[^"]{1,255}" )?does not exist/,
    'The name of the host is not known.',
    { step: 'name', source: 'PuTTY 0.83, windows/network.c sk_namelookup; be_misc.c', ends: is('name-not-found') },
  ),
  fatal(
    'putty-service-refused',
    /\bServer refused request to start '[^']{1,60}' protocol/,
    'The server refused to begin the login.',
    {
      step: 'auth',
      source: 'PuTTY 0.83, ssh/transport2.c',
      ends: is('disconnected'),
    },
  ),
  fatal(
    'putty-host-key-signature',
    /\bSignature from server's host key is invalid|\bServer's host key is invalid/,
    "The server's proof of its host key does not hold.",
    { step: 'kex', source: 'PuTTY 0.83, ssh/kex2-client.c', ends: corrupt },
  ),
  fatal(
    'putty-host-key-not-configured',
    /\bHost key (?:not in|did not appear in) manually configured (?:list|key list)\b/,
    'The host key is not among those that this session of PuTTY names.',
    { step: 'kex', source: 'PuTTY 0.83, ssh/common.c; 0.70, ssh.c', ends: is('host-key-unknown') },
  ),
  fatal(
    'putty-protocol-version',
    /\bSSH protocol version [12] required by our configuration but (?:not provided by remote|remote only provides)\b/,
    'The server speaks another version of the SSH protocol than PuTTY is configured for.',
    { step: 'banner', source: 'PuTTY 0.83, ssh/verstring.c', ends: is('protocol-mismatch') },
  ),
  fatal(
    'putty-protocol-version-old',
    /\bSSH protocol version [12] required by (?:user|our configuration) but not provided by (?:server|remote)/,
    'The server speaks another version of the SSH protocol than PuTTY is configured for.',
    { step: 'banner', until: '0.70', source: 'PuTTY 0.70, ssh.c', ends: is('protocol-mismatch') },
  ),
  fatal(
    'putty-user-aborted',
    /\bUser aborted (?:at|during) (?:the )?[\w -]{3,60}$/,
    'Somebody closed the window that asked.',
    {
      level: 'info',
      source: 'PuTTY 0.83, ssh/common.c ssh_spr_close',
    },
  ),
  fatal('putty-no-username', /\bNo username provided$/, 'PuTTY was given no user name.', {
    step: 'client',
    source: 'PuTTY 0.83, ssh/userauth2-client.c',
  }),
  fatal(
    'putty-cannot-use-key',
    /\bUnable to (?:use|load) (?:key|certificate) file "(?<path>[^"]{1,300})" \((?<reason>.{1,200})\)$/,
    'PuTTY cannot use this key file; keys of OpenSSH have to be converted with PuTTYgen.',
    { level: 'warning', step: 'client', source: 'PuTTY 0.83, ssh/userauth2-client.c' },
  ),
  fatal(
    'putty-load-private-key',
    /\bUnable to load private key (?:\((?<reason>.{1,200})\)|file "(?<path>[^"]{1,300})")/,
    'PuTTY cannot read the private key.',
    {
      level: 'warning',
      step: 'client',
      source: 'PuTTY 0.83, ssh/userauth2-client.c',
    },
  ),
  prints('putty-wrong-passphrase', /^Wrong passphrase\.?$/, 'The passphrase of the key file is wrong.', {
    step: 'client',
  }),
  prints(
    'putty-pageant-no-signature',
    /\bPageant failed to (?:provide a signature|respond to signing request)\b/,
    'The agent has the key and refused to sign with it.',
    { message: 'client-agent-refused', ends: is('permission-denied', { weak: true }) },
  ),
  prints(
    'putty-signature-refused',
    /\bServer refused public-key signature despite accepting key!/,
    'The server knows the key and refused the signature.',
    {
      ends: is('permission-denied', { weak: true }),
    },
  ),
  prints(
    'putty-further-authentication',
    /^Further authentication required$/,
    'One way to log in worked, and the server wants another one besides.',
    {
      road: 'passes',
    },
  ),
  prints(
    'putty-keyboard-interactive-refused',
    /\bServer refused keyboard-interactive authentication$/,
    'The server does not take keyboard-interactive logins.',
  ),
  fatal(
    'putty-batch-mode',
    /\bCannot (?:answer interactive prompts|confirm a host key) in batch mode/,
    'plink runs with -batch and may not ask anybody.',
    { step: 'client', level: 'error', source: 'PuTTY 0.83, console.c', ends: is('permission-denied', { weak: true }) },
  ),
  prints(
    'putty-access-denied',
    /^(?:Access denied\.?$|FATAL ERROR: (?:Configured password was not accepted|Unable to authenticate))/,
    'The server refused the password.',
    { ends: is('permission-denied', { weak: true }) },
  ),
  prints('putty-key-refused', /^Server refused our key/, 'The server does not take this key for this user.', {
    message: 'client-key-refused',
    ends: is('permission-denied', { weak: true }),
  }),
]
