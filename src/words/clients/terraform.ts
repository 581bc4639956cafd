import type { Entry } from '../entry.ts'
import { is } from '../finding.ts'
import { said } from '../said.ts'

const fails = said({
  by: 'terraform',
  level: 'error',
  road: 'breaks',
  source: 'Terraform 1.12, internal/communicator/communicator.go',
})
const key = said({
  by: 'terraform',
  level: 'error',
  step: 'client',
  road: 'breaks',
  source: 'Terraform 1.12, internal/communicator/ssh/provisioner.go',
})
const shows = said({
  by: 'terraform',
  level: 'info',
  source: 'Terraform 1.12, internal/communicator/ssh/communicator.go',
})
const packer = said({
  by: 'terraform',
  level: 'error',
  road: 'breaks',
  source: "Packer's plugin SDK 0.6, communicator/step_connect_ssh.go",
})

/** Terraform's provisioners and Packer; the words behind `last error` are Go's. */
export const ENTRIES: readonly Entry[] = [
  fails(
    'terraform-host-empty',
    /\bhost for provisioner cannot be empty\b/,
    'The provisioner was given an empty host.',
    {
      step: 'client',
      message: 'client-destination-empty',
      source: 'Terraform 1.12, internal/communicator/ssh/provisioner.go parseConnectionInfo',
    },
  ),
  fails(
    'terraform-timeout-refused',
    /\b(?:timeout|interrupted) - last error: (?:SSH authentication failed \((?<user>[^@\s]{1,100})@(?<address>\S{1,255})\): )?(?<reason>.{1,400})/,
    'Terraform tried until its timeout; the last error says at what it failed.',
  ),
  fails(
    'terraform-authentication-failed',
    /\bSSH authentication failed \((?<user>[^@\s]{1,100})@(?<address>\S{1,255})\): (?<reason>.{1,400})/,
    'Terraform reached the server and did not get in; what follows says why.',
    {
      source: 'Terraform 1.12, internal/communicator/ssh/communicator.go Connect',
    },
  ),
  fails(
    'terraform-connection-type',
    /\bconnection type '(?<option>[^']{0,40})' not supported\b/,
    'The connection block names a kind that Terraform does not have.',
    { step: 'client', ends: is('config-unusable') },
  ),
  fails(
    'terraform-provisioner',
    /\b(?:remote-exec|file) provisioner error\b|\bError: (?:remote-exec|file) provisioner error$/,
    'A provisioner failed; the lines behind say why.',
    { source: 'Terraform 1.12, internal/terraform/node_resource_abstract_instance.go' },
  ),
  fails(
    'terraform-script',
    /\berror executing "(?<path>[^"]{1,300})": (?<reason>.{1,300})/,
    'The login worked; the script failed.',
    { step: 'session', source: 'Terraform 1.12, internal/builtin/provisioners/remote-exec' },
  ),
  key(
    'terraform-no-key-found',
    /\bFailed to read ssh private key: no key found\b/,
    'The text that should be a private key is not a key; mostly a path was given where the content is wanted.',
    { ends: is('config-unusable') },
  ),
  key(
    'terraform-key-encrypted',
    /\bFailed to read ssh private key: password protected keys are\b/,
    'The private key has a passphrase, which Terraform cannot use.',
    { ends: is('config-unusable') },
  ),
  key(
    'terraform-key-parse',
    /\b(?:Failed to parse ssh private key|failed to parse private key "[^"]{0,40}"?): (?<reason>.{1,200})/,
    'The private key cannot be read.',
    { ends: is('config-unusable') },
  ),
  shows(
    'terraform-connecting',
    /^(?:\S{1,200} \(remote-exec\): |\S{1,200} \(file\): )?Connecting to remote host via SSH\.\.\.$/,
    'Terraform tries to connect.',
  ),
  shows(
    'terraform-connecting-detail',
    /^(?:\S{1,200} \((?:remote-exec|file)\): )? {2}(?:Host|User|Password|Private key|Certificate|SSH Agent|Checking Host Key|Target Platform): .{0,300}$/,
    'Terraform lists with what it connects.',
  ),
  shows('terraform-connected', /^(?:\S{1,200} \((?:remote-exec|file)\): )Connected!$/, 'The login worked.', {
    step: 'session',
    road: 'passes',
  }),
  packer('packer-timeout', /\bTimeout waiting for SSH\.$/, 'Packer got no login in time.', {
    ends: is('connect-timeout', { weak: true }),
  }),
  packer(
    'packer-authentication',
    /\bPacker experienced an authentication error\b/,
    'The server refused the login of Packer.',
    { step: 'auth', ends: is('permission-denied') },
  ),
  packer(
    'packer-waiting',
    /\bError waiting for SSH: (?<reason>.{1,300})/,
    'Packer got no login; what follows says why.',
  ),
  packer(
    'packer-bastion',
    /\bError (?:connecting to|configuring) bastion: (?<reason>.{1,300})/,
    'The host in between did not let Packer in.',
    { step: 'path', ends: is('proxy-fails', { weak: true }) },
  ),
  packer('packer-agent', /\bCannot connect to SSH Agent (?<reason>.{1,200})/, 'No agent answered.', { step: 'client' }),
  packer(
    'packer-handshake-timeout',
    /\bTimeout during SSH handshake\b/,
    'The connection stands, and the server did not answer in time.',
    {
      step: 'banner',
      source: "Packer's plugin SDK 0.6, sdk-internals/communicator/ssh/communicator.go reconnect",
      ends: is('banner-timeout', { weak: true }),
    },
  ),
  packer(
    'packer-attempting',
    /\bAttempting SSH connection to (?<address>\S{1,255}?)\.\.\.$|^reconnecting to TCP connection for SSH$|^handshaking with SSH$/,
    'Packer tries to connect.',
    {
      level: 'debug',
      road: undefined,
      source: "Packer's plugin SDK 0.6, sdk-internals/communicator/ssh/communicator.go",
    },
  ),
  packer(
    'packer-handshake',
    /\bSSH handshake err: (?<reason>.{1,300})/,
    'The connection stands, and the login failed; what follows says why.',
    { level: 'debug' },
  ),
  packer(
    'packer-tcp',
    /\bTCP connection to SSH ip\/port failed: (?<reason>.{1,300})/,
    'Packer could not connect; what follows says why.',
    { level: 'debug', step: 'port' },
  ),
  packer('packer-connected', /\bConnected to SSH!$/, 'The login worked.', {
    level: 'info',
    step: 'session',
    road: 'passes',
  }),
  packer(
    'packer-waiting-for-ssh',
    /\bWaiting for SSH to become available\.\.\.$|\bUsing (?:ssh|SSH) communicator to connect: (?<address>\S{1,255})$/,
    'Packer tries until the machine lets it in.',
    { level: 'info' },
  ),
]
