import type { Note } from '../note.ts'
import { notesOf } from '../note.ts'

const forward = notesOf({ step: 'session' })
const refused = notesOf({
  step: 'session',
  road: 'breaks',
  message: { ssh: 'client-forwarding-refused', sshd: 'forwarding-refused' },
})
const bySshd = notesOf({ step: 'session', road: 'breaks', message: 'forwarding-refused' })
const bySsh = notesOf({ step: 'session', road: 'breaks', message: 'client-forwarding-refused' })

/** Forwardings and channels. channels.c, nchan.c, serverloop.c, session.c, clientloop.c, ssh.c. */
export const FORWARDING: readonly Note[] = [
  bySshd(
    [
      'refused local port forward: originator {address} port {}, target {} port {port}',
      'refused streamlocal port forward: originator {address} port {}, target {path}',
    ],
    'sshd does not forward for this login: AllowTcpForwarding, DisableForwarding, the options of the key or its certificate forbid it.',
  ),
  bySshd(
    [
      'Received request from {address} port {} to connect to host {} port {port}, but the request was denied.',
      'Received request to connect to host {} port {port}, but the request was denied.',
      'Received request to connect to path {path}, but the request was denied.',
    ],
    'sshd does not forward to this place: PermitOpen, or permitopen of the key, does not list it.',
  ),
  bySshd(
    [
      'Received request from {address} port {} to remote forward to host {} port {port}, but the request was denied.',
      'Received request from {address} port {} to remote forward to path "{path}", but the request was denied.',
      'Received request from {address} port {} to remote forward, but the request was denied.',
    ],
    'sshd does not listen for this login: PermitListen, or permitlisten of the key, does not list it.',
  ),
  refused(
    ['Requested forwarding of port {port} but user is not root.', 'Privileged ports can only be forwarded by root.'],
    'Only root may have a port below 1024 forwarded.',
  ),
  bySsh(
    'channel {}: open failed: administratively prohibited: {reason}',
    'The server does not forward for this login: AllowTcpForwarding, PermitOpen, the key or its certificate forbid it.',
    { narrow: true },
  ),
  forward(
    'channel {}: open failed: connect failed: {reason}',
    'The server tried to reach the target of a forwarding and could not.',
    { narrow: true, road: 'breaks' },
  ),
  forward(
    'channel {}: open failed: {reason}',
    'The other side refused to open a channel: a session or a forwarding; its reason is at the end of the line.',
    { road: 'breaks' },
  ),
  bySsh(
    [
      'Warning: remote port forwarding failed for listen port {port}',
      'Warning: remote port forwarding failed for listen path {path}',
      'Error: remote port forwarding failed for listen port {port}',
      'Error: remote port forwarding failed for listen path {path}',
    ],
    'The server did not take a remote forwarding (-R): the port is taken there, or its configuration forbids it.',
  ),
  bySsh(
    ['Warning: Could not request remote forwarding.', 'Could not request remote forwarding.'],
    'The server did not take a remote forwarding (-R).',
  ),
  forward(
    ['Could not request local forwarding.'],
    'ssh could not listen for a local forwarding (-L, -D); the line above has the reason.',
    { road: 'breaks' },
  ),
  forward(
    ['bind [{address}]:{port}: {reason}', 'listen [{address}]:{port}: {reason}', 'bind: {reason}', 'listen: {reason}'],
    "The port of a forwarding cannot be listened on; the reason is the system's.",
    { road: 'breaks' },
  ),
  forward(['socket [{address}]:{port}: {reason}', 'socket: {reason}'], 'The system gave no socket.', {}),
  forward(
    [
      'connect_to {address} port {port}: failed.',
      'connect to {address} port {port} failed: {reason}',
      'connect {address} port {port}: {reason}',
      'connect_to {address}: unknown host ({reason})',
    ],
    'The target of a forwarding could not be reached from this side.',
    { road: 'breaks' },
  ),
  forward(
    ['channel_setup_fwd_listener_tcpip: cannot listen to port: {port}', '{}: cannot listen to port: {port}'],
    'The port of a forwarding cannot be listened on, mostly because something else does.',
    { road: 'breaks' },
  ),
  forward(
    ['unix_listener: cannot bind to path {path}: {reason}', 'unix_listener: cannot listen on path {path}: {reason}'],
    "A socket cannot be made at this path; the reason is the system's.",
    { road: 'breaks' },
  ),
  forward(
    ['Local forwarding listening on {address} port {port}.', 'Local forwarding listening on path {path}.'],
    'A forwarding listens here.',
    { road: 'passes', harmless: true },
  ),
  forward(
    [
      'Allocated port {port} for remote forward to {}:{}',
      'Allocated port {port} for mux remote forward to {}:{}',
      'Allocated listen port {port}',
    ],
    'The server chose this port for a remote forwarding.',
    { road: 'passes', harmless: true },
  ),
  forward(
    'X11 connection rejected because of wrong authentication.',
    'A program wanted to open a window and had the wrong key for the display; xauth knows of it.',
    { road: 'breaks' },
  ),
  forward(
    'Rejected X11 connection after ForwardX11Timeout expired',
    'The time for untrusted X11 is over, and a program that wanted to open a window was refused.',
    { road: 'breaks' },
  ),
  forward(
    [
      'DISPLAY not set.',
      'DISPLAY "{}" invalid; disabling X11 forwarding',
      "DISPLAY '{}' invalid, falling back to fake xauth data",
      'Could not parse display number from DISPLAY: {}',
      "Could not find ':' in DISPLAY: {}",
    ],
    'X11 is not forwarded, because DISPLAY names no display.',
  ),
  forward(
    [
      'Warning: No xauth data; using fake authentication data for X11 forwarding.',
      'Warning: untrusted X11 forwarding setup failed: xauth key data not generated',
    ],
    'ssh found no key of the display; X11 may still work.',
    { harmless: true },
  ),
  forward(['X11 forwarding requested but DISPLAY not set'], 'X11 is not forwarded, because DISPLAY is not set.', {
    narrow: true,
  }),
  forward(
    [
      'Failed to allocate internet-domain X11 display socket.',
      "Can't get IP address for X11 DISPLAY.",
      'Invalid X11 forwarding data',
    ],
    'sshd could not set X11 forwarding up; the session goes on without.',
  ),
  forward(
    ['authentication forwarding requested twice.', 'X11 forwarding opened before X11 forwarding requested'],
    'The client asked for a forwarding that it may not have at this point.',
  ),
  forward(
    [
      'Tunnel device open failed.',
      'Tunnel forwarding failed',
      'Could not request tunnel forwarding.',
      "Bad tun device '{}'",
    ],
    'The tunnel (-w) could not be set up.',
    { road: 'breaks' },
  ),
  forward(
    ['Dynamic forwarding denied.', 'Forward host name too long.', 'No forward host name.', 'No forward path name.'],
    'A forwarding was asked for that cannot be.',
  ),
  forward(
    [
      'Non-public channel {}, type {}.',
      'Received window adjust for non-open channel {}.',
      'channel {}: bad ext data',
      'channel {}: ext data for non open',
      'channel {}: rcvd big packet {}, maxpack {}',
      'channel {}: rcvd too much data {}, win {}',
      'channel {}: rcvd too much data {}, win {}/{} (excess {})',
      'channel {}: rcvd too much extended_data {}, win {}',
      'channel_by_id: {}: bad id',
      'channel_by_id: {}: bad id: channel free',
      'channel_cancel_cleanup: {}: bad id',
      'channel_input_status_confirm: {}: unknown',
      'channel_register_cleanup: {}: bad id',
      'channel_register_filter: {}: bad id',
      'channel_register_open_confirm: {}: bad id',
      'channel_request_start: {}: unknown channel id',
      'channel_send_open: {}: bad id',
    ],
    'Something came for a channel that is closed or does not take it; the session goes on.',
    { harmless: true },
  ),
  forward(
    [
      'chan_shutdown_read: channel {}: close() failed for fd {} [i{} o{}]: {reason}',
      'chan_shutdown_write: channel {}: close() failed for fd {} [i{} o{}]: {reason}',
      'chan_shutdown_extended_read: channel {}: close() failed for extended fd {} [i{} o{}]: {reason}',
      'channel {}: {}: close() failed for fd {} [i{} o{}]: {reason}',
      'channel {}: {}: close() failed for extended fd {} [i{} o{}]: {reason}',
      'channel {}: chan_shutdown_read: close() failed for fd {}: {reason}',
      'channel {}: chan_shutdown_write: close() failed for fd {}: {reason}',
    ],
    'A channel could not be closed tidily; the session goes on.',
    { harmless: true },
  ),
  forward(
    'channel {}: closing after {} seconds of inactivity',
    'A channel over which nothing went was closed (ChannelTimeout).',
  ),
  forward(
    ['channel {}: peer ignored channel window', 'channel {}: protocol error: close rcvd twice'],
    'The other side does not keep to the rules of channels.',
    { road: 'breaks' },
  ),
  forward(
    [
      'WARNING: Server requests forwarding for unknown listen_port {port}',
      'WARNING: Server requests forwarding for unknown path {path}',
    ],
    'The server sent a connection for a forwarding that nobody asked for.',
  ),
  forward(
    ['accept from auth socket: {reason}', 'multiplex uid mismatch: peer euid {} != uid {}'],
    'A program could not use a socket of this ssh.',
  ),
  forward(
    [
      'setsockopt SO_REUSEADDR fd {}: {reason}',
      'setsockopt TCP_NODELAY: {reason}',
      'setsockopt IP_TOS {}: {reason}:',
      'setsockopt IPV6_TCLASS {}: {reason}:',
      'setsockopt socket {} IP_TOS {}: {reason}',
      'setsockopt socket {} IPV6_TCLASS {}: {reason}',
      'setsockopt socket {} IP_TOS {}: {reason}:',
      'setsockopt socket {} IPV6_TCLASS {}: {reason}:',
    ],
    'The system did not take a setting of a connection; it goes on without.',
    { harmless: true },
  ),
]
