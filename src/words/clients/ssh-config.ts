import type { Entry } from '../entry.ts'
import { is } from '../finding.ts'
import { said } from '../said.ts'

const config = said({
  by: 'ssh',
  level: 'fatal',
  step: 'client',
  road: 'breaks',
  ends: is('config-unusable'),
  source: 'OpenSSH 10.5, readconf.c',
})

/** What keeps OpenSSH's client from starting at all. */
export const ENTRIES: readonly Entry[] = [
  config(
    'ssh-bad-option',
    // sshd says the same of its own file; that is for whoever reads its log.
    /^(?!.{0,200}sshd_config).{1,300}: (?:terminating, \d{1,5} bad configuration options|line \d{1,6}: Bad configuration option)/,
    'A file of ssh_config has an option that this ssh does not know.',
  ),
  config(
    'ssh-bad-line',
    /^(?:command-line|(?!.{0,200}sshd_config).{1,300}) line \d{1,6}:? ?(?:Bad |bad |Unsupported |unsupported |[Mm]issing |[Nn]o argument|[Ii]nvalid |keyword |garbage|extra arguments|.{0,60}extra arguments at end of line)/,
    'An option of ssh_config or of the command line has a value that this ssh does not take.',
  ),
  config(
    'ssh-config-owner',
    /^Bad owner or permissions on /,
    'Others than the user may write to a file of ssh_config.',
  ),
  config('ssh-config-unreadable', /^Can't open user config file /, 'The file behind -F cannot be read.', {
    source: 'OpenSSH 10.5, ssh.c process_config_files',
  }),
  config(
    'ssh-bad-argument',
    /^(?:Unknown cipher type|Unknown mac type|Bad port '|Bad escape character|Bad \w{1,20} forwarding specification|Invalid -J argument|(?:ssh: )?(?:(?:unknown|illegal) option|option requires an argument) -- )/,
    'ssh does not take this argument of its command line.',
    { source: 'OpenSSH 10.5, ssh.c main' },
  ),
  config(
    'ssh-usage',
    /^usage: ssh \[/,
    'ssh did not understand its command line, or no destination is left of its words.',
    {
      message: 'client-destination-empty',
      source: 'OpenSSH 10.5, ssh.c usage',
      ends: is('config-unusable', { weak: true }),
    },
  ),
  config(
    'ssh-invalid-characters',
    /^(?:hostname|remote username) contains invalid characters/,
    'The name of the host or the user has characters that ssh refuses.',
    { source: 'OpenSSH 10.5, ssh.c main' },
  ),
  config(
    'ssh-control-path-too-long',
    /^ControlPath too long(?: \('(?<path>.{1,300})' >= (?<limit>\d{1,5}) bytes\))?/,
    'The path of the shared connection is longer than the name of a socket may be.',
    { message: 'client-control-path-too-long', source: 'OpenSSH 10.5, mux.c muxclient' },
  ),
  config(
    'ssh-socket-path-too-long',
    /^(?:ControlPath|unix_listener:(?: path)?) "(?<path>.{1,300})" too long for Unix domain socket/,
    'The path of the shared connection is longer than the name of a socket may be.',
    {
      level: 'error',
      message: 'client-control-path-too-long',
      source: 'OpenSSH 10.5, misc.c unix_listener; 6.6, mux.c',
    },
  ),
  config(
    'ssh-start',
    /^(?:unix_listener: .{0,300}too long$|jumphost loop via |vdollar_percent_expand: |percent_expand: |No user exists for uid |You don't exist, go away)/,
    'ssh cannot start: a path, a user or a jump host does not work out.',
    { source: 'OpenSSH 10.5, ssh.c main, misc.c' },
  ),
  config('ssh-not-installed', /(?:^|: )ssh: (?:command )?not found$/, 'There is no ssh on this machine.', {
    by: 'system',
    level: 'error',
    source: 'bash 5.2, execute_cmd.c; dash 0.5.12',
  }),
  config('ssh-not-installed-windows', /^'ssh' is not recognized as /, 'There is no ssh on this machine.', {
    by: 'system',
    level: 'error',
    source: "Windows' cmd.exe",
  }),
]
