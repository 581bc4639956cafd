import type { Entry } from '../entry.ts'
import { byWords, denied, is, noCommon } from '../finding.ts'
import { lookupFailure } from '../network-errors.ts'
import { said } from '../said.ts'

const fails = said({ by: 'libssh', level: 'error', road: 'breaks', source: 'libssh 0.11, src' })
const log = said({ by: 'libssh', level: 'debug', source: 'libssh 0.11, src/client.c, src/packet_cb.c' })
const auth = said({ by: 'libssh', level: 'debug', step: 'auth', source: 'libssh 0.11, src/auth.c' })

/** libssh (KDE, Cockpit, GNOME, curl on some systems, Ansible's libssh connection): what ssh_get_error says, and its log behind the name of the function. */
export const ENTRIES: readonly Entry[] = [
  fails(
    'libssh-no-common-algorithm',
    /\bkex error : no match for method (?<algorithm>[\w ><-]{1,60}): server \[(?<theirs>[^\]]{0,2000})\]/,
    'The program and the server have no algorithm of this kind in common.',
    { step: 'kex', source: 'libssh 0.11, src/kex.c ssh_kex_select_methods', ends: (m) => noCommon(m[1], m[2]) },
  ),
  fails(
    'libssh-access-denied',
    /\bAccess denied for '[^']{1,60}'\. Authentication that can continue: (.{1,200})/,
    'The server refused this way to log in; the list says what it still offers.',
    {
      step: 'auth',
      source: 'libssh 0.11, src/auth.c ssh_packet_userauth_failure',
      ends: (m) => denied(m[1]),
    },
  ),
  fails(
    'libssh2-banner',
    /\bFailed getting banner\b/,
    'The server closed the connection before it sent its identification.',
    { by: 'libssh2', step: 'banner', source: 'libssh2 1.11, src/session.c', ends: is('banner-closed') },
  ),
  fails('libssh-connect-timeout', /\bTimeout connecting to \S/, 'Nothing answered in time.', {
    step: 'port',
    source: 'libssh 0.11, src/client.c ssh_connect',
    ends: is('connect-timeout'),
  }),
  fails('libssh-socket-reset', /\bSocket error: Connection reset by peer/i, 'The connection was reset.', {
    source: 'libssh 0.11, src/socket.c',
    ends: is('reset'),
  }),
  fails('libssh-socket-disconnected', /\bSocket error: disconnected/, 'The server closed the connection.', {
    source: 'libssh 0.11, src/session.c ssh_socket_exception_callback',
    ends: is('closed'),
  }),
  fails(
    'libssh-socket',
    /\bSocket error: (connection (?:refused|timed out|aborted)|host unreachable|network (?:down|reset|unreachable)|(?:No route to host|Connection (?:refused|timed out)).{0,20})/,
    'The connection failed with an error of the system.',
    {
      step: 'port',
      source: 'libssh 0.11, src/session.c ssh_socket_exception_callback',
      ends: byWords,
    },
  ),
  fails('libssh-connect', /\bFailed to connect: (.{1,100})/, 'The program could not connect to this address.', {
    step: 'port',
    source: 'libssh 0.11, src/connect.c',
    ends: byWords,
  }),
  fails(
    'libssh-resolve',
    /\bFailed to resolve hostname (?<address>\S{0,255}) \((.{1,100})\)/,
    'The program could not look up the name of the host.',
    {
      step: 'name',
      source: 'libssh 0.11, src/connect.c ssh_connect_host_nonblocking',
      ends: (m) => ({ failure: lookupFailure(m[2] ?? '') }),
    },
  ),
  fails(
    'libssh-no-version',
    /\bNo version of SSH protocol usable \(banner: (?<theirs>.{0,200})\)/,
    'The other side sent no identification of SSH, or one of another version.',
    {
      step: 'banner',
      source: 'libssh 0.11, src/client.c',
      ends: is('banner-garbage'),
    },
  ),
  fails(
    'libssh-banner-too-large',
    /\bReceiving banner: too large banner\b/,
    'The other side sent no identification of SSH.',
    { step: 'banner', source: 'libssh 0.11, src/client.c', ends: is('banner-garbage') },
  ),
  fails(
    'libssh-corrupted',
    /\bssh_packet_socket_callback: {1,2}(?:HMAC error|Decryption error|Packet len too high.{0,60})|\bInvalid packet length \d{1,12}\b/,
    'A packet failed its check: something changed the bytes, or one side encrypts wrongly.',
    {
      step: 'kex',
      message: 'client-packet-corrupted',
      source: 'libssh 0.11, src/packet.c ssh_packet_socket_callback',
      ends: is('kex-corrupt'),
    },
  ),
  fails(
    'libssh-host-key-signature',
    /\bFailed to verify server hostkey signature\b/,
    "The server's proof of its host key does not hold.",
    { step: 'kex', source: 'libssh 0.11, src/packet_cb.c', ends: is('kex-corrupt') },
  ),
  fails(
    'libssh-channel',
    /\bChannel opening failure: channel \d{1,10} error \((?<limit>\d{1,5})\) (?<reason>.{0,200})/,
    'The server refused to open the channel.',
    {
      step: 'session',
      source: 'libssh 0.11, src/channels.c ssh_packet_channel_open_fail',
      ends: is('session-refused', { weak: true }),
    },
  ),
  fails(
    'libssh-channel-request',
    /\bChannel request (?<option>[\w@.-]{1,60}) failed on channel \d{1,10}:\d{1,10}/,
    'The server refused what was asked for in the channel.',
    {
      step: 'session',
      source: 'libssh 0.11, src/channels.c channel_request',
      ends: is('session-refused', { weak: true }),
    },
  ),
  fails(
    'libssh-global-request',
    /\bGlobal request (?<option>[\w@.-]{1,60}) failed\b/,
    'The server refused what was asked for; a port that should be forwarded, mostly.',
    { step: 'session', source: 'libssh 0.11, src/channels.c ssh_global_request' },
  ),
  fails('libssh-private-key', /\bFailed to read private key: (?<path>.{1,300})/, 'The private key cannot be read.', {
    step: 'client',
    source: 'libssh 0.11, src/auth.c ssh_userauth_publickey_auto',
  }),
  fails(
    'libssh-algorithm-not-allowed',
    /\bThe key algorithm '(?<algorithm>[\w@.-]{1,60})' is not allowed to be used by PUBLICKEY_ACCEPTED_TYPES configuration option\b/,
    'The configuration of the program forbids this way to sign.',
    {
      step: 'auth',
      message: 'client-signature-algorithm',
      source: 'libssh 0.11, src/auth.c',
    },
  ),
  fails(
    'libssh-key-too-small',
    /\bThe '(?<algorithm>[\w@.-]{1,60})' key (?:type )?of size (?<limit>\d{1,6}) is not allowed by RSA_MIN_SIZE\b/,
    'The key is too short for this program.',
    { step: 'auth', source: 'libssh 0.11, src/auth.c' },
  ),
  fails(
    'libssh-proxy-command',
    /\bProxy command (?:returned \d{1,5}|exited abnormally)$/,
    'The program of ProxyCommand failed.',
    { step: 'path', source: 'libssh 0.11, src/socket.c', ends: is('proxy-fails') },
  ),
  log(
    'libssh-log-connecting',
    /\bssh_connect_host_nonblocking: {1,2}Connecting to host (?<address>\S{1,255}) \[\S{0,60}\] port (?<port>\d{1,5})$|\bssh_connect_host_nonblocking: {1,2}Trying to connect to host: /,
    'libssh tries to connect.',
    { source: 'libssh 0.11, src/connect.c' },
  ),
  log(
    'libssh-log-socket-connected',
    /\bsocket_callback_connected: {1,2}Socket connection callback: 1 \(0\)$/,
    'The connection stands.',
    { step: 'port', road: 'passes' },
  ),
  log(
    'libssh-log-banner',
    /\bssh_client_connection_callback: {1,2}SSH server banner: (?<program>SSH-.{1,250})$|\bcallback_receive_banner: {1,2}Received banner: (?:SSH-.{1,250})$/,
    'The server said what it is.',
    { step: 'banner', road: 'passes' },
  ),
  log(
    'libssh-log-kexinit',
    /\bssh_packet_kexinit: {1,2}KEXINIT received$|\bssh_send_kex: {1,2}SSH_MSG_KEXINIT sent$/,
    'The key exchange runs.',
    { step: 'kex' },
  ),
  log('libssh-log-newkeys', /\bssh_packet_newkeys: {1,2}Received SSH_MSG_NEWKEYS$/, 'The key exchange is through.', {
    step: 'kex',
    road: 'passes',
  }),
  log(
    'libssh-log-verified',
    /\bssh_packet_newkeys: {1,2}Signature verified and valid$/,
    'The server proved its host key.',
    { step: 'kex', road: 'passes' },
  ),
  log(
    'libssh-log-service',
    /\bssh_packet_service_accept: {1,2}Received SSH_MSG_SERVICE_ACCEPT$/,
    'The server lets the login begin.',
    { step: 'auth', road: 'passes' },
  ),
  log(
    'libssh-log-disconnect',
    /\bssh_packet_disconnect_callback: {1,2}Received SSH_MSG_DISCONNECT (?<limit>\d{1,10}):(?<reason>.{0,400})$/,
    'The server ended the connection and said why.',
    { road: 'breaks', ends: is('disconnected', { weak: true }) },
  ),
  auth(
    'libssh-log-trying',
    /\bssh_userauth_\w{2,30}: {1,2}Trying to authenticate with .{1,300}$/,
    'libssh offers a key.',
  ),
  auth(
    'libssh-log-accepted',
    /\bssh_userauth_publickey_auto: {1,2}Public key of .{1,300} accepted by server$/,
    'The server knows this key for this user.',
    { road: 'passes' },
  ),
  auth(
    'libssh-log-refused',
    /\bssh_userauth_publickey_auto: {1,2}Public key (?:of|for) .{1,300} refused by server$/,
    'The server does not take this key for this user.',
    { road: 'breaks' },
  ),
  auth(
    'libssh-log-signature-refused',
    /\bssh_userauth_\w{2,30}: {1,2}(?:The s|S)erver accepted (?:the )?public key but refused the signature$/,
    'The server knows the key and refused the signature.',
    { road: 'breaks' },
  ),
  auth(
    'libssh-log-none-matched',
    /\bssh_userauth_publickey_auto: {1,2}Access denied: Tried every public key, none matched$/,
    'The server refused every key.',
    { level: 'warning', road: 'breaks', ends: is('permission-denied', { weak: true }) },
  ),
  auth(
    'libssh-log-success',
    /\bssh_packet_userauth_success: {1,2}(?:Authentication successful|Received SSH_USERAUTH_SUCCESS)$|\bssh_userauth_publickey_auto: {1,2}Successfully authenticated using .{1,300}$/,
    'The login worked.',
    { road: 'passes' },
  ),
  auth(
    'libssh-log-partial',
    /\bPartial success for '(?<option>[\w@.,-]{1,100})'\. Authentication that can continue: (?<theirs>[\w@.,-]{1,200})$/,
    'One way to log in worked, and the server wants another one besides.',
    { level: 'info' },
  ),
]
