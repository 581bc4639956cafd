import type { Entry } from '../entry.ts'
import { is } from '../finding.ts'
import { said } from '../said.ts'

const fails = said({
  by: 'ansible',
  level: 'error',
  road: 'breaks',
  source: 'ansible-core 2.19, plugins/connection/ssh.py',
})
const shows = said({ by: 'ansible', level: 'info', source: 'ansible-core 2.19, plugins/callback/default.py' })
const verbose = said({ by: 'ansible', level: 'debug', source: 'ansible-core 2.19, plugins/connection/ssh.py' })

/** Ansible: what stands around ssh's own words, and what it says for itself. */
export const ENTRIES: readonly Entry[] = [
  fails(
    'ansible-sshpass-host-key',
    /\bHost Key checking is enabled and sshpass does not support this\b/,
    'Ansible logs in with a password, and cannot be asked about an unknown host key.',
    {
      step: 'kex',
      ends: is('host-key-unknown'),
    },
  ),
  fails(
    'ansible-unreachable',
    /^(?:fatal: \[(?<address>[^\]]{1,255})\]|\S{1,255} \|) ?:? ?UNREACHABLE! ?(?:=> .{0,4000})?$/,
    'Ansible did not get into this host; the words behind `msg` say why.',
  ),
  fails(
    'ansible-escalation-timeout',
    /\bTimeout \((?<limit>\d{1,6})s\) waiting for privilege escalation prompt\b/,
    'The login worked; sudo, or what else was to become root, did not ask in time.',
    { step: 'session' },
  ),
  fails(
    'ansible-escalation-password',
    /\b(?:Incorrect|Missing) (?<program>sudo|su|doas|pbrun|become) password\b/,
    'The login worked; becoming root did not.',
    { step: 'session' },
  ),
  fails(
    'ansible-data-not-sent',
    /\bData could not be sent to (?:remote host|the remote host)\b/,
    'ssh ended before Ansible could hand it what to run.',
    { step: 'session' },
  ),
  fails(
    'ansible-control-persist',
    /\bData could not be sent because of ControlPersist broken pipe\b/,
    'The shared connection broke.',
    { step: 'session' },
  ),
  fails(
    'ansible-sshpass-missing',
    /\byou must install the sshpass program\b/,
    'Ansible needs sshpass to log in with a password.',
    { step: 'client', ends: is('config-unusable') },
  ),
  fails(
    'ansible-control-path-writable',
    /\bCannot write to ControlPath (?<path>\S{1,300})/,
    'Ansible cannot write into the folder of its shared connections.',
    { step: 'client' },
  ),
  fails(
    'ansible-wrong-password',
    /\bInvalid\/incorrect (?:username\/)?password\b/,
    'The server refused the password; sshpass tells Ansible so.',
    { step: 'auth', ends: is('permission-denied') },
  ),
  fails(
    'ansible-no-ssh',
    /\bUnable to execute ssh command line on a controller due to: (?<reason>.{1,200})/,
    'There is no ssh where Ansible runs.',
    { step: 'client', ends: is('config-unusable') },
  ),
  fails(
    'ansible-transfer-failed',
    /\bfailed to transfer file to (?<path>.{1,300}?) \S{1,300}:$/,
    'The login worked; a file could not be copied.',
    { step: 'session' },
  ),
  fails(
    'ansible-tmp',
    /\bFailed to create temporary directory\. In some cases, you may have been able to authenticate\b/,
    'The login may have worked; Ansible could not make a folder on the host.',
    {
      step: 'session',
      source: 'ansible-core 2.19, plugins/action/__init__.py _make_tmp_path',
    },
  ),
  fails(
    'ansible-no-python',
    /\bThe module failed to execute correctly, you probably need to set the interpreter\b|\b\/usr\/bin\/python\d?(?:\.\d{1,2})?: (?:not found|No such file or directory)/,
    'The login worked; the host has no Python where Ansible looks for it.',
    {
      step: 'session',
      road: 'passes',
      source: 'ansible-core 2.19, executor/interpreter_discovery.py, plugins/action/__init__.py',
    },
  ),
  fails(
    'ansible-wait-for',
    /\bTimeout when waiting for (?<address>[^\s:]{1,255}):(?<port>\d{1,5})\b/,
    'The module wait_for saw no open port in time.',
    { step: 'port', source: 'ansible-core 2.19, modules/wait_for.py', ends: is('connect-timeout', { weak: true }) },
  ),
  fails(
    'ansible-wait-for-connection',
    /\btimed out waiting for ping module test\b/,
    'The module wait_for_connection did not get in in time.',
    { source: 'ansible-core 2.19, plugins/action/wait_for_connection.py' },
  ),
  fails(
    'ansible-interactive-host-key',
    /\bfailed to connect to the host via ssh: Host key verification failed\b/i,
    'ssh does not trust the host key of the server.',
    { step: 'kex', ends: is('host-key-unknown') },
  ),
  shows(
    'ansible-task',
    /^(?:PLAY|TASK|RUNNING HANDLER|PLAY RECAP) (?:\[.{0,300}\] )?\*{3,200}$/,
    'Ansible begins its next step.',
  ),
  shows(
    'ansible-result',
    /^(?:ok|changed|skipping|included|rescued|ignored): (?:\[[^\]]{1,255}\]|.{1,300} for .{1,255}).{0,4000}$/,
    'A step of Ansible worked.',
    { road: 'passes', step: 'session' },
  ),
  shows(
    'ansible-recap',
    /^\S{1,255} {1,60}: ok=\d{1,6} {1,6}changed=\d{1,6} {1,6}unreachable=\d{1,6} {1,6}failed=\d{1,6}\b.{0,120}$/,
    'Ansible sums up the run for this host.',
  ),
  verbose(
    'ansible-establish',
    /^<(?<address>[^>]{1,255})> ESTABLISH SSH CONNECTION FOR USER: (?<user>.{1,100})$/,
    'Ansible starts ssh for this user.',
  ),
  verbose(
    'ansible-exec',
    /^<(?<address>[^>]{1,255})> SSH: EXEC .{1,4000}$/,
    'The command line with which Ansible starts ssh.',
  ),
  verbose(
    'ansible-retry',
    /^(?:<[^>]{1,255}> )?ssh_retry: attempt: \d{1,4}, (?:ssh return code is 255|caught exception).{0,1000}$/,
    'Ansible tries once more after ssh failed.',
    { road: 'breaks' },
  ),
]
