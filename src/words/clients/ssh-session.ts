import type { Entry } from '../entry.ts'
import { is } from '../finding.ts'
import { said } from '../said.ts'

const session = said({
  by: 'ssh',
  level: 'error',
  step: 'session',
  road: 'breaks',
  source: 'OpenSSH 10.5, clientloop.c',
})
const mux = said({ by: 'ssh', level: 'error', step: 'client', road: 'breaks', source: 'OpenSSH 10.5, mux.c' })

/** OpenSSH's client, behind the login, and over a shared connection. */
export const ENTRIES: readonly Entry[] = [
  session(
    'ssh-closed-by-remote-host',
    /^Connection to .{1,300} closed by remote host\.$/,
    'The server ended a session that was open.',
    { level: 'info', ends: is('session-closed') },
  ),
  session(
    'ssh-sftp-only',
    /^This service allows sftp connections only/,
    'The login worked; the server gives sftp and no shell.',
    {
      level: 'info',
      source: "OpenSSH 10.5, session.c do_exec_pty's sftp-server, internal-sftp",
      ends: is('session-closed', { weak: true }),
    },
  ),
  session(
    'ssh-password-change',
    /^Password change required but no TTY available/,
    'The login worked; the password has to be changed first, which takes a terminal.',
    {
      level: 'info',
      source: 'OpenSSH 10.5, session.c do_pwchange; auth-pam.c',
      ends: is('session-closed', { weak: true }),
    },
  ),
  session(
    'nologin-not-available',
    /^This account is currently not available\.$/,
    'The login worked; the account has nologin for a shell.',
    {
      by: 'system',
      level: 'info',
      source: 'nologin(8) of shadow 4.17 and util-linux 2.41',
      ends: is('session-closed', { weak: true }),
    },
  ),
  session(
    'cloud-init-login-as',
    /^Please login as the user /,
    'The login worked; the image wants another user than root.',
    {
      by: 'system',
      level: 'info',
      source: 'cloud-init 25, cloudinit/config/cc_ssh.py DISABLE_USER_OPTS',
      ends: is('session-closed', { weak: true }),
    },
  ),
  session('ssh-send-disconnect', /^client_loop: send disconnect: /, 'The connection of an open session broke.', {
    since: '8.0',
    level: 'info',
    ends: is('broken-pipe', { echo: true }),
  }),
  session('ssh-read-from-remote', /^Read from remote host .{1,300}: /, 'The connection of an open session broke.', {
    ends: is('broken-pipe'),
  }),
  session(
    'ssh-server-alive',
    /^Timeout, server .{0,300}not responding\.$/,
    'The server did not answer the keep-alives of ServerAliveInterval.',
    { level: 'info', ends: is('broken-pipe') },
  ),
  session(
    'ssh-forward-prohibited',
    /^(?:channel (?<option>\d{1,6}|[\w-]{1,40}): )?open failed: administratively prohibited:?(?: (?<reason>.{1,200}))?$/,
    'The server forbids to forward this.',
    {
      level: 'info',
      message: 'client-forwarding-refused',
      source: 'OpenSSH 10.5, channels.c channel_input_open_failure',
      ends: (m) => (m[1] === '0' ? { failure: 'session-refused' } : undefined),
    },
  ),
  session('ssh-session-open-failed', /^channel 0: open failed: /, 'The server refused to open the session.', {
    level: 'info',
    source: 'OpenSSH 10.5, channels.c channel_input_open_failure',
    ends: is('session-refused'),
  }),
  session(
    'ssh-session-request-failed',
    /^(?:PTY allocation|shell|exec|subsystem) request failed(?: on channel \d{1,5})?/,
    'The server refused the terminal, the shell, the command or the subsystem.',
    { source: 'OpenSSH 10.5, clientloop.c client_status_confirm', ends: is('session-refused', { weak: true }) },
  ),
  mux(
    'ssh-mux-session-refused',
    /^mux_client_request_session: session request failed: /,
    'The shared connection did not take one more session.',
    { step: 'session', ends: is('session-refused', { weak: true }) },
  ),
  session(
    'ssh-remote-forward-failed',
    /^(?:Error: )?remote port forwarding failed for listen (?:port (?<port>\d{1,5})|path (?<path>\S{1,300}))?/,
    'The server did not open the port that should be forwarded.',
    {
      source: 'OpenSSH 10.5, ssh.c ssh_confirm_remote_forward',
      message: 'client-forwarding-refused',
      ends: is('session-refused', { weak: true }),
    },
  ),

  mux(
    'ssh-control-connect',
    /^Control socket connect\(.{0,300}\): /,
    'The socket of the shared connection did not take this ssh.',
    { ends: is('control-socket-refused', { weak: true }) },
  ),
  mux(
    'ssh-master-refused',
    /^Master refused (?:session|stdio forwarding) request: /,
    'The shared connection refused what was asked.',
    { ends: is('control-socket-refused', { weak: true }) },
  ),
  mux(
    'ssh-mux-read',
    /^(?:mux_client_\w{1,40}|muxclient): (?:read from master failed|read packet failed|master (?:returned|hello|alive)|write packet)/,
    'The shared connection does not answer.',
    { ends: is('control-socket-refused', { weak: true }) },
  ),
  mux('ssh-mux-no-master', /^Failed to connect to new control master/, 'The shared connection could not be made.', {
    level: 'fatal',
    ends: is('control-socket-refused'),
  }),
  mux('ssh-stdio-forwarding', /^stdio forwarding failed/, 'The jump host did not reach the host behind it.', {
    step: 'path',
    level: 'fatal',
    source: 'OpenSSH 10.5, ssh.c ssh_stdio_confirm',
    ends: is('proxy-fails'),
  }),
]
