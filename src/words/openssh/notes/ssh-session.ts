import type { Note } from '../note.ts'
import { notesOf } from '../note.ts'

const session = notesOf({ step: 'session' })
const broken = notesOf({ step: 'session', road: 'breaks' })
const shared = notesOf({ step: 'client' })
const path = notesOf({ step: 'client', road: 'breaks', message: 'client-control-path-too-long' })

const ESCAPES = "A line of the help of ssh's escape characters (~?)."

/** ssh behind the login, and over a shared connection. clientloop.c, mux.c, ssh.c. */
export const SSH_SESSION: readonly Note[] = [
  session('Connection to {address} closed.', 'The session ended as it should.', { road: 'passes', harmless: true }),
  session('Shared connection to {address} closed.', 'The session over a shared connection ended as it should.', {
    road: 'passes',
    harmless: true,
  }),
  broken(
    'Connection to {address} closed by remote host.',
    'The server closed the connection of a session that was open.',
  ),
  broken('Read from remote host {address}: {reason}', 'The connection of an open session broke.'),
  broken(
    'Timeout, server {address} not responding.',
    'The server did not answer ServerAliveInterval, and ssh ended the session.',
  ),
  session('Killed by signal {}.', 'ssh was stopped by a signal; 1 is a closed terminal, 2 is Ctrl-C, 15 is kill.'),
  session('{}: connection to {address}, up {} seconds', 'ssh tells of itself what it does (SIGINFO).', {
    harmless: true,
  }),
  path(
    [
      'ControlPath too long',
      "ControlPath too long ('{path}' >= {limit} bytes)",
      'ControlPath "{path}" too long for Unix domain socket',
      'unix_listener: path "{path}" too long for Unix domain socket',
      'unix_listener_tmp: path "{path}" too long for Unix domain socket',
    ],
    'The path of the shared connection is longer than a socket may have; use %C in ControlPath.',
  ),
  shared(
    'Control socket connect({path}): {reason}',
    'A shared connection was there once, and nothing answers at its socket any more.',
  ),
  shared(
    'ControlSocket {path} already exists, disabling multiplexing',
    'Another ssh has the shared connection of this name; this one makes a connection of its own.',
    { harmless: true },
  ),
  broken(
    ['mux_client_request_session: session request failed: {reason}', 'Master refused session request: {reason}'],
    'The shared connection did not take one more session; ssh then makes a connection of its own.',
  ),
  broken(
    [
      'mux_client_request_session: read from master failed: {reason}',
      'mux_client_request_stdio_fwd: read from master failed: {reason}',
      'mux_client_request_session: master alive request failed',
      'Failed to connect to new control master',
    ],
    'The ssh that holds the shared connection did not answer.',
    { step: 'client' },
  ),
  broken(
    [
      'mux_client_forward: forwarding request failed: {reason}',
      'Master refused forwarding request: {reason}',
      'Stdio forwarding request failed: {reason}',
      'Master refused stdio forwarding request: {reason}',
    ],
    'The shared connection did not take a forwarding.',
  ),
  broken(
    [
      'Master refused termination request: {reason}',
      'Master refused stop listening request: {reason}',
      'Unsupported multiplexing protocol version {} (expected {})',
    ],
    'The ssh that holds the shared connection does not do what was asked.',
    { step: 'client' },
  ),
  shared(
    ['Master running (pid={})', 'Exit request sent.', 'Stop listening request sent.'],
    'The ssh that holds the shared connection answered.',
    { harmless: true },
  ),
  shared(
    [
      'slave-requested {} failed',
      'mux_master_process_open_fwd: requested {} failed',
      'mux_master_process_open_fwd: invalid connect port {}',
      'mux_master_process_open_fwd: invalid forwarding type {}',
      'mux_master_process_open_fwd: invalid listen port {}',
      'mux_master_process_open_fwd: missing connect host',
      'mux_master_process_open_fwd: streamlocal and dynamic forwards are mutually exclusive',
    ],
    'A forwarding that was asked for over the shared connection could not be set up.',
    { road: 'breaks' },
  ),
  session(
    ['Warning: Remote host denied X11 forwarding.', 'Warning: Remote host denied authentication agent forwarding.'],
    'The server does not do this forwarding for this login.',
    { message: 'client-forwarding-refused' },
  ),
  session(
    ['Warning: Remote host failed or refused to allocate a pseudo tty.'],
    'The server gave the session no terminal.',
  ),
  session(
    ['Warning: Remote host refused compression.', 'Compression not supported, disabling.'],
    'The connection goes on without compression.',
    { harmless: true },
  ),
  session(
    [
      'Commands:',
      '!args                                  Execute local command',
      '-D[bind_address:]port                  Request dynamic forward',
      '-KD[bind_address:]port                 Cancel dynamic forward',
      '-KL[bind_address:]port                 Cancel local forward',
      '-KR[bind_address:]port                 Cancel remote forward',
      '-L[bind_address:]port:host:hostport    Request local forward',
      '-R[bind_address:]port:host:hostport    Request remote forward',
    ],
    ESCAPES,
    { harmless: true },
  ),
  session(
    [
      'Bad forwarding close port',
      'Bad forwarding close specification.',
      'Bad forwarding specification.',
      'Bad local forwarding specification.',
      'Bad remote forwarding specification.',
      'Invalid command.',
      'Unknown port forwarding.',
      'Unkown port forwarding.',
      'Not supported for SSH protocol version 1.',
    ],
    'ssh could not do what was typed at its own command line (~C).',
    { harmless: true },
  ),
  session(['Canceled forwarding.', 'Forwarding port.'], 'ssh did what was typed at its own command line (~C).', {
    harmless: true,
  }),
  session(
    [
      'No valid SSH1 cipher, using {} instead.',
      'Agent forwarding disabled for protocol 1.3',
      'WARNING: Encryption is disabled! Password will be transmitted in clear text.',
      'WARNING: Encryption is disabled! Response will be transmitted in clear text.',
      'Warning: Server lies about size of server host key: actual size is {} bits vs. announced {}.',
      'Warning: Server lies about size of server public key: actual size is {} bits vs. announced {}.',
      'Warning: This may be due to an old implementation of ssh.',
      'No valid ciphers for protocol version 2 given, using defaults.',
      'Warning: identity keysize mismatch: actual {}, announced {}',
      'Warning: {path}, line {}: keysize mismatch for host {}: actual {} vs. announced {}.',
      'Warning: replace {} with {} in {path}, line {}.',
      'key_read: claimed key size {} does not match actual {}',
    ],
    'A remark of SSH 1 or of a very old release.',
    { harmless: true },
  ),
  session(['Server denied roaming', 'Roaming enabled'], 'A remark of roaming, which is gone.', { harmless: true }),
  session('Warning: Server does not support remote stream local forwarding.', 'The server cannot forward a socket.'),
  session(
    [
      'OpenSSH_{}, OpenSSL {}',
      'OpenSSH_{}, LibreSSL {}',
      'OpenSSH_{}, without OpenSSL',
      'OpenSSH_{}, BoringSSL {}',
      'OpenSSH_{}, AWS-LC {}',
    ],
    'The release of OpenSSH and of the library it uses.',
    { step: 'client', harmless: true },
  ),
  session(
    ['Transferred: sent {}, received {} bytes, in {} seconds', 'Bytes per second: sent {}, received {}'],
    'The line counts what went over the connection.',
    { harmless: true },
  ),
  session(
    'Port forwarding failed.',
    'A forwarding that was asked for at the command line of ssh (~C) could not be set up.',
  ),
  session(['Bogus return ({}) from select()'], 'ssh met something that should not be, and ends.', { road: 'breaks' }),
]
