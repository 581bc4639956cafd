import type { Entry } from '../entry.ts'
import { is } from '../finding.ts'
import { said } from '../said.ts'

const rsync = said({ by: 'rsync', level: 'error', road: 'breaks', source: 'rsync 3.4, io.c, log.c, errcode.h' })
const copies = said({
  by: 'ssh',
  level: 'error',
  step: 'session',
  source: 'OpenSSH 10.5, scp.c, sftp.c, sftp-client.c',
})

/** rsync, scp and sftp, whose own words stand behind those of the ssh that they start. */
export const ENTRIES: readonly Entry[] = [
  rsync(
    'rsync-unexpectedly-closed',
    /^rsync(?:\(\d{1,9}\))?: (?:\[\w{1,12}\] )?connection unexpectedly closed \((?<limit>\d{1,15}) bytes received so far\) \[(?:sender|receiver|generator|Receiver)\]$/,
    'ssh ended before rsync was through; the lines in front say why.',
    { source: 'rsync 3.4, io.c whine_about_eof' },
  ),
  rsync(
    'rsync-error-255',
    /^rsync error: unexplained error \(code 255\) at .{1,120}$/,
    'ssh failed; the lines in front say why.',
  ),
  rsync(
    'rsync-error',
    /^rsync error: (?<reason>.{1,120}) \(code (?<limit>\d{1,3})\) at .{1,120}$/,
    'rsync ended; the lines in front say why.',
  ),
  rsync(
    'rsync-not-found',
    /^(?:bash|sh|ash|zsh|dash|ksh): (?:line \d{1,6}: )?rsync: (?:command )?not found$|^zsh:\d{1,6}: command not found: rsync$/,
    'The login worked; the other host has no rsync.',
    { step: 'session', source: 'bash 5.2, execute_cmd.c; zsh 5.9, Src/exec.c' },
  ),
  rsync(
    'rsync-shell-clean',
    /^protocol version mismatch -- is your shell clean/,
    'The login shell prints something, and rsync takes it for its own protocol.',
    { step: 'session', road: 'breaks', source: 'rsync 3.4, compat.c setup_protocol' },
  ),
  rsync(
    'rsync-failed-to-exec',
    /^rsync: (?:\[\w{1,12}\] )?Failed to exec (?<program>\S{1,200}): (?<reason>.{1,100})$/,
    'rsync found no ssh to run.',
    { step: 'client', source: 'rsync 3.4, pipe.c piped_child', ends: is('config-unusable') },
  ),
  rsync(
    'rsync-timeout',
    /^\[(?:sender|receiver|generator|Receiver)\] io timeout after \d{1,6} seconds -- exiting$/,
    'The other side sent nothing any more.',
    { step: 'session', source: 'rsync 3.4, io.c check_timeout', ends: is('broken-pipe') },
  ),
  rsync(
    'rsync-write',
    /^rsync: (?:\[\w{1,12}\] )?write(?:fd_unbuffered)? (?:error|failed to write \d{1,9} bytes to \w{1,20}): .{1,120}$/,
    'The connection broke.',
    { step: 'session', source: 'rsync 3.4, io.c' },
  ),

  copies(
    'scp-lost-connection',
    /^(?:scp: )?[Ll]ost connection$/,
    'ssh ended before scp was through; the lines in front say why.',
    { road: 'breaks', source: 'OpenSSH 10.5, scp.c lostconn' },
  ),
  copies('scp-closed', /^(?:scp: )?Connection closed\.? ?$/, 'ssh ended; the lines in front say why.', {
    road: 'breaks',
    source: 'OpenSSH 10.5, sftp-client.c get_msg',
  }),
  copies('sftp-could-not-read', /^Couldn't read packet: (?<reason>.{1,100})$/, 'ssh ended before sftp was through.', {
    road: 'breaks',
    source: 'OpenSSH 10.5, sftp-client.c',
  }),
  copies(
    'sftp-message-too-long',
    /^Received message too long (?<limit>\d{1,12})/,
    'The login shell prints something, and sftp takes it for its own protocol.',
    {
      road: 'breaks',
      source: 'OpenSSH 10.5, sftp-client.c get_msg_extended',
    },
  ),
  copies(
    'sftp-ensure-quiet',
    /^Ensure the remote shell produces no output for non-interactive sessions\.$/,
    'The rest of the sentence in front.',
    { level: 'info', since: '8.0', source: 'OpenSSH 10.5, sftp-client.c get_msg_extended' },
  ),
  copies('sftp-connected', /^Connected to (?<address>.{1,255})\.$/, 'The login worked; sftp is ready.', {
    level: 'info',
    road: 'passes',
    source: 'OpenSSH 10.5, sftp.c main',
  }),
  copies(
    'scp-remote-path',
    /^scp: (?<path>.{1,300}): (?<reason>No such file or directory|Permission denied|Is a directory|not a regular file|Not a directory|No space left on device)$/,
    'The login worked; scp could not read or write this path.',
    { road: 'passes', source: 'OpenSSH 10.5, scp.c' },
  ),
  copies(
    'scp-not-found',
    /^(?:bash|sh|ash|zsh|dash|ksh): (?:line \d{1,6}: )?scp: (?:command )?not found$|^(?:sh|ash): \/usr\/(?:lib|libexec)\/(?:openssh\/)?sftp-server: not found$/,
    'The login worked; the other host has no scp or no sftp-server.',
    { road: 'passes', source: 'bash 5.2, execute_cmd.c; BusyBox 1.37, ash.c' },
  ),
]
