import type { Entry } from '../entry.ts'
import { byWords, is } from '../finding.ts'
import { said } from '../said.ts'

const waits = said({
  by: 'vagrant',
  level: 'warning',
  road: 'breaks',
  source: 'Vagrant 2.4, plugins/communicators/ssh/communicator.rb',
})
const ends = said({ by: 'vagrant', level: 'error', road: 'breaks', source: 'Vagrant 2.4, templates/locales/en.yml' })
const shows = said({ by: 'vagrant', level: 'info', source: 'Vagrant 2.4, plugins/communicators/ssh/communicator.rb' })

/** Vagrant while it waits for a machine, and when it gives up; Heroku's refusal of a key. */
export const ENTRIES: readonly Entry[] = [
  waits(
    'vagrant-authentication-failure',
    /\bWarning: Authentication failure\. Retrying/,
    'The server refused the key of Vagrant; it tries again.',
    { step: 'auth', ends: is('permission-denied') },
  ),
  waits(
    'vagrant-connection',
    /\bWarning: (Connection (?:refused|timeout))\. Retrying/,
    'The machine takes no connections yet; Vagrant tries again.',
    { step: 'port', ends: byWords },
  ),
  waits(
    'vagrant-reset',
    /\bWarning: (?:Connection reset|Remote connection disconnect)\. Retrying/,
    'The machine closes connections; Vagrant tries again.',
    { step: 'banner', ends: is('reset') },
  ),
  waits(
    'vagrant-host-down',
    /\bWarning: (?:Host unreachable|Host appears down|Connection aborted)\. Retrying/,
    'The machine does not answer yet; Vagrant tries again.',
    { step: 'port' },
  ),
  ends(
    'heroku-key',
    /\bYour key with fingerprint (?<theirs>\S{1,100}) is not authorized\b/,
    'The host of the repositories does not know this key for it.',
    {
      by: 'git',
      step: 'auth',
      source: 'Heroku, as its users report',
      ends: is('permission-denied'),
    },
  ),
  ends(
    'vagrant-timed-out-boot',
    /\bTimed out while waiting for the machine to boot\b/,
    'The machine did not let Vagrant in within config.vm.boot_timeout.',
    { ends: is('connect-timeout', { weak: true }) },
  ),
  ends(
    'vagrant-authentication-failed',
    /\bSSH authentication failed! This is typically caused by the public\/private\b/,
    'The machine does not know the key of Vagrant.',
    { step: 'auth', ends: is('permission-denied') },
  ),
  ends(
    'vagrant-channel',
    /\bFailed to open an SSH channel on the remote end! This typically\b/,
    'The server refused one more session; Vagrant guesses that there are too many.',
    { step: 'session', ends: is('session-refused') },
  ),
  ends(
    'vagrant-refused',
    /\bSSH connection was refused! This usually happens if the VM failed to\b/,
    'Nothing listens on the port of the machine.',
    { step: 'port', ends: is('connect-refused') },
  ),
  ends(
    'vagrant-connection-reset',
    /\bSSH connection was reset! This usually happens when the machine is\b/,
    'The machine closed the connection.',
    { step: 'banner', ends: is('reset') },
  ),
  ends(
    'vagrant-timed-out',
    /\bVagrant timed out while attempting to connect via SSH\b/,
    'The machine did not answer in time.',
    { step: 'port', ends: is('connect-timeout') },
  ),
  ends(
    'vagrant-disconnected',
    /\bThe SSH connection was unexpectedly closed by the remote end\b/,
    'The machine closed the connection.',
    { ends: is('closed') },
  ),
  ends(
    'vagrant-no-route',
    /\bWhile attempting to connect with SSH, a "(?:no route to host|host is down)"/,
    'There is no way to the machine.',
    { step: 'path', ends: is('host-unreachable') },
  ),
  ends(
    'vagrant-key-permissions',
    /\bThe private key to connect to (?:this box|the machine) via SSH (?:has invalid permissions|must be owned)\b/,
    'Others than the user may read the private key.',
    { step: 'client' },
  ),
  ends(
    'vagrant-not-ready',
    /\bis not yet ready for SSH\. Depending on your provider this can carry\b|\bThe provider for this Vagrant-managed machine is reporting that it\b/,
    'The machine is not running, or its address is not known yet.',
    { step: 'client' },
  ),
  ends(
    'vagrant-net-ssh',
    /\bAn error occurred in the underlying SSH library that Vagrant uses\.$/,
    'Net::SSH failed; what follows says at what.',
    { step: 'client' },
  ),
  shows(
    'vagrant-address',
    /\bSSH address: (?<address>\S{1,255}):(?<port>\d{1,5})$/,
    'Vagrant says where it connects to.',
  ),
  shows('vagrant-username', /\bSSH username: (?<user>\S{1,100})$/, 'Vagrant says as which user it logs in.'),
  shows('vagrant-method', /\bSSH auth method: (?<option>private key|password)$/, 'Vagrant says how it logs in.'),
  shows('vagrant-booted', /\bMachine booted and ready!$/, 'The login worked.', {
    step: 'session',
    road: 'passes',
    source: 'Vagrant 2.4, templates/locales/en.yml',
  }),
]
