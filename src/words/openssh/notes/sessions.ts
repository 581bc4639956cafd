import type { Note } from '../note.ts'
import { notesOf } from '../note.ts'

const session = notesOf({ step: 'session' })
const broken = notesOf({ step: 'session', road: 'breaks' })
const refused = notesOf({ step: 'session', road: 'breaks', message: 'session-refused' })
const record = notesOf({ step: 'session', harmless: true })

/** sshd behind the login: the session, its folder, its records. session.c, loginrec.c, sshpty.c, uidswap.c, port-linux.c, monitor.c. */
export const SESSIONS: readonly Note[] = [
  session(
    [
      'Starting session: {} for {user} from {address} port {port} id {}',
      'Starting session: {} for {user} from {address} port {port}',
    ],
    'A session began for this user: a shell, a command or a subsystem.',
    { road: 'passes', harmless: true },
  ),
  session('Last login: {} from {address}', 'The login worked; the line says when the last one was, and from where.', {
    road: 'passes',
    harmless: true,
  }),
  session('Close session: user {user} from {address} port {port} id {}', 'A session of this user ended.', {
    harmless: true,
  }),
  session('User child is on pid {}', 'The login worked, and another process serves it from here on.', {
    road: 'passes',
    harmless: true,
  }),
  session('Changed root directory to "{path}"', 'sshd shut the session in a folder (ChrootDirectory).', {
    road: 'passes',
    harmless: true,
  }),
  session(['Accepted {} public key {} from {user}@{address}'], "The client's host key is accepted.", {
    step: 'auth',
    road: 'passes',
  }),
  refused(
    'no more sessions',
    'The connection has as many sessions as MaxSessions allows; ssh opens a connection of its own for the next.',
  ),
  refused(['session_new: cannot allocate {} sessions'], 'sshd could not open one more session over this connection.'),
  refused(
    ['bad ownership or modes for chroot directory {}"{path}"'],
    'The session cannot begin: ChrootDirectory and every folder above it must belong to root and be writable by nobody else.',
  ),
  refused(
    [
      'bad ownership or modes for chroot directory "{path}"',
      'bad ownership or modes for chroot directory component "{path}"',
    ],
    'The session cannot begin: ChrootDirectory and every folder above it must belong to root and be writable by nobody else.',
    { narrow: true },
  ),
  refused(
    ['safely_chroot: stat("{path}"): {reason}'],
    'The session cannot begin: the folder of ChrootDirectory is not there.',
  ),
  refused(
    [
      'chroot path {}"{path}" is not a directory',
      'chroot path does not begin at root',
      'chroot path too long',
      'Unable to chdir to chroot path "{path}": {reason}',
      'server lacks privileges to chroot to ChrootDirectory',
      'safely_chroot: chdir(/) after chroot: {reason}',
    ],
    'The session cannot begin: sshd cannot shut it in the folder of ChrootDirectory.',
  ),
  broken(
    ['do_exec_no_pty: fork: {reason}', 'do_exec_pty: fork: {reason}'],
    'The login worked, and the system gave no new process for the shell or the command.',
    { message: 'fork-failed' },
  ),
  broken(
    [
      'do_exec_no_pty: socketpair #1: {reason}',
      'do_exec_no_pty: socketpair #2: {reason}',
      'do_exec_no_pty: pipe in: {reason}',
      'do_exec_no_pty: pipe out: {reason}',
      'do_exec_no_pty: pipe err: {reason}',
    ],
    "The login worked, and sshd could not connect the shell or the command; the reason is the system's.",
    { message: ({ reason }) => (reason?.startsWith('Too many open files') ? 'too-many-open-files' : undefined) },
  ),
  broken(
    [
      'subsystem request for {} by user {user} failed, {reason}',
      'subsystem request for {} by user {user} failed, subsystem not found',
    ],
    'The client asked for a subsystem, mostly sftp, that the server does not have or cannot start.',
  ),
  broken(
    'Connection from {address}: refusing non-sftp session',
    'This account may do nothing but sftp, and the client asked for something else.',
  ),
  broken(
    [
      'openpty: {reason}',
      'openpty returns device for which ttyname fails.',
      'open /dev/tty failed - could not set controlling tty: {reason}',
      'Failed to disconnect from controlling tty.',
    ],
    'The session got no terminal; a command without one still works.',
  ),
  broken(
    ['chown({path}, {}, {}) failed: {reason}', 'chmod({path}, 0{}) failed: {reason}', 'stat({path}) failed: {reason}'],
    'sshd could not hand the terminal to the user.',
  ),
  broken(
    'Password change required but no TTY available.',
    'The password has to be changed, and the session has no terminal to ask for it.',
  ),
  broken('This service allows sftp connections only.', 'This account may do nothing but sftp.'),
  broken('Protocol error: you already have a pty.', 'The client asked for a second terminal in one session.'),
  broken(
    [
      'setgid {}: {reason}',
      'setuid {}: {reason}',
      'initgroups: {}: {reason}',
      'initgroups {} {}: {reason}',
      'Failed to set uids to {}.',
      'setlogin failed: {reason}',
      'setsid failed: {reason}',
      'setsid: {reason}',
    ],
    'The login worked, and sshd could not become the user.',
  ),
  session(
    'Could not chdir to home directory {path}: {reason}',
    'The home of the user is not there or may not be entered; the session begins in /.',
  ),
  session(['session_input_channel_req: no session {} req {}'], 'A request came for a session that does not exist.'),
  session('Setting tty modes failed: {reason}', 'The terminal did not take its settings; the session goes on.', {
    harmless: true,
  }),
  session(
    [
      'tcgetattr: {reason}',
      'ssh_tty_parse_modes: unknown opcode {}',
      'ssh_tty_parse_modes: {} bytes left',
      'parse_tty_modes: unknown opcode {}',
      'parse_tty_modes: n_bytes_ptr != n_bytes: {} {}',
    ],
    "Something of the terminal's settings was not understood; the session goes on.",
    { harmless: true },
  ),
  session(
    ['Possible attack: attempt to open a session after additional sessions disabled'],
    'The client asked for a session where none is allowed any more.',
    { road: 'breaks' },
  ),
  session(
    ['Unknown packet type received after authentication: {}', 'Unknown message during authentication: type {}'],
    'The other side sent something that has no place there.',
  ),
  record(
    [
      "lastlog_openseek: Couldn't stat {path}: {reason}",
      "{}: Couldn't stat {path}: {reason}",
      '{}: Error writing to {path}: {reason}',
      "{}: couldn't stat {path}: {reason}",
      '{}: error writing {path}: {reason}',
      '{}: fstat of {path} failed: {reason}',
      '{}: problem opening {path}: {reason}',
      '{}: problem writing {path}: {reason}',
      '{}: read of {path} failed: {reason}',
      '{}: {path} is not a file or directory!',
      '{}: {path}->lseek(): {reason}',
      "{}: Couldn't seek to tty {} slot in {path}",
      'Writing login record failed for {user}',
      'Excess permission or bad ownership on file {path}',
      'Attempt to write login records by non-root user (aborting)',
    ],
    'sshd could not write the record of a login (wtmp, btmp, lastlog); the login goes on.',
  ),
  record(
    [
      'lastlog_write_entry: Invalid type field',
      'utmp_write_entry: invalid type field',
      'wtmp_write_entry: invalid type field',
      'utmpx_write_entry: invalid type field',
      'wtmpx_write_entry: invalid type field',
      'wtmpdb_write_entry: invalid type field',
      'syslogin_write_entry: Invalid type field',
      'syslogin_perform_logout: logout() returned an error',
      'utmp_write_direct: tty not found',
      'utmp_write_direct: lseek: {reason}',
      'utmpx_write_direct: not implemented!',
      'utmp_perform_login: utmp_write_direct() failed',
      'utmp_perform_login: utmp_write_library() failed',
      'utmp_perform_logout: utmp_write_direct() failed',
      'utmp_perform_logout: utmp_write_library() failed',
      'utmpx_perform_login: utmp_write_direct() failed',
      'utmpx_perform_login: utmp_write_library() failed',
      '{}: Invalid type field',
      '{}: invalid type field',
      '{}: tty not found',
      '{}: lseek: {reason}',
      '{}: not implemented!',
      '{}: logout() returned an error',
      '{}: utmp_write_direct() failed',
      '{}: utmp_write_library() failed',
    ],
    'sshd could not write the record of a login; the login goes on.',
  ),
  record(
    ['Set {path} to {}', 'Set {path} from {} to {}'],
    'sshd told the kernel how likely it is to be killed for memory.',
    { step: 'port' },
  ),
  record(
    ['error reading {path}: {reason}', 'error writing {path}: {reason}', 'unable to lock memory: {reason}'],
    'sshd could not tell the kernel how likely it is to be killed for memory.',
    { step: 'port' },
  ),
  session(
    [
      '{}: Failed to get default SELinux security context for {user}',
      '{}: Failed to get default SELinux security context for {user} (in enforcing mode)',
      '{}: Failed to set SELinux execution context for {user}',
      'ssh_selinux_change_context: getcon failed with {reason}',
      'ssh_selinux_change_context: unparsable context {}',
      '{}: getcon failed with {reason}',
      '{}: unparsable context {}',
      '{}: unparseable context {}',
    ],
    'sshd could not give the session its SELinux context.',
  ),
  session(
    'ssh_selinux_change_context: setcon {} from {} failed with {reason}',
    'SELinux did not let sshd change its context.',
    { message: ({ reason }) => (reason === 'Permission denied' ? 'selinux-denied' : undefined) },
  ),
  session(
    'Ignoring unsupported tty mode opcode {} (0x{})',
    'A setting of the terminal is not known here and is passed over.',
    { harmless: true },
  ),
  broken(
    [
      'Invalid routing domain "{}": {reason}',
      'Unable to set routing domain {}: {reason}',
      'Failed to set routing domain {} on fd {}: {reason}',
      'Unable to set routing domain: not supported in this platform',
    ],
    'The routing domain of the configuration is not there.',
  ),
]
