import type { Entry } from '../entry.ts'
import { said } from '../said.ts'

const agent = said({
  by: 'ssh',
  level: 'error',
  step: 'auth',
  road: 'breaks',
  source: 'OpenSSH 10.5, sshconnect2.c sign_and_send_pubkey, ssherr.c',
})
const key = said({
  by: 'ssh',
  level: 'error',
  step: 'client',
  road: 'breaks',
  source: 'OpenSSH 10.5, sshconnect2.c load_identity_file, authfile.c',
})
const add = said({ by: 'ssh', level: 'error', step: 'client', source: 'OpenSSH 10.5, ssh-add.c' })

/** What ssh and ssh-add say of keys, agents, authenticators and certificates; the login may still go on with another key. */
export const ENTRIES: readonly Entry[] = [
  agent(
    'ssh-agent-refused',
    /^(?:sign_and_send_pubkey: )?signing failed for (?<algorithm>\S{1,60}) "(?<path>.{0,500})"(?: from agent)?: (?<reason>agent refused operation|communication with agent failed)$/,
    'The agent has the key and refused to sign with it.',
    { message: 'client-agent-refused', since: '8.2' },
  ),
  agent(
    'ssh-agent-refused-old',
    /^sign_and_send_pubkey: signing failed: (?<reason>agent refused operation|communication with agent failed)$/,
    'The agent has the key and refused to sign with it.',
    { message: 'client-agent-refused', since: '6.8', until: '8.1' },
  ),
  agent(
    'ssh-agent-admitted-failure',
    /^Agent admitted failure to (?:sign|authenticate) using the key\.$/,
    'The agent has the key and refused to sign with it.',
    {
      message: 'client-agent-refused',
      until: '6.7',
      level: 'info',
      source: 'OpenSSH 6.6, authfd.c',
    },
  ),
  agent(
    'ssh-agent-returned',
    /^sign_and_send_pubkey: signing failed(?: for \S{1,60} "(?<path>.{1,500})")?(?: from agent)?: agent returned (?<reason>.{1,200})$/,
    'The agent has the key and refused to sign with it.',
    {
      message: 'client-agent-refused',
    },
  ),
  agent(
    'ssh-authenticator-failed',
    /^(?:sign_and_send_pubkey: )?signing failed for (?<algorithm>(?:ED25519|ECDSA)-SK(?:-CERT)?) "(?<path>.{0,500})"(?: from agent)?: (?<reason>device not found|invalid format|incorrect passphrase supplied to decrypt private key|requested feature not supported|unexpected internal error|.{1,200})$/,
    'The authenticator with the key is not there, or refused: no touch, a wrong PIN, another device.',
    { message: 'client-authenticator-failed', since: '8.2' },
  ),
  agent(
    'ssh-authenticator-start',
    /^Enter PIN for (?:authenticator: ?|.{1,300}: ?)$/,
    'The authenticator waits for a touch or for its PIN.',
    {
      level: 'info',
      since: '8.2',
      source: 'OpenSSH 10.5, readpass.c notify_start, sshconnect2.c identity_sign',
    },
  ),
  agent(
    'ssh-authenticator-debug',
    /^(?:\w{2,40}: ){0,3}(?:fido_dev_open \S{1,200} failed|fido_dev_get_assert|fido_dev_get_touch_status \S{1,200}): (?<reason>FIDO_\w{1,60})$|^(?:\w{2,40}: ){0,3}(?:sk_open failed|no device left to poll)$/,
    'The library of the authenticator tells what it did.',
    {
      level: 'debug',
      road: undefined,
      since: '8.2',
      source: 'OpenSSH 10.5, sk-usbhid.c',
    },
  ),
  agent(
    'ssh-agent-device-not-found',
    /^process_sign_request2: sshkey_sign: (?<reason>device not found|.{1,200})$/,
    'The agent could not sign; here it says why.',
    {
      since: '8.2',
      message: 'client-authenticator-failed',
      source: 'OpenSSH 10.5, ssh-agent.c process_sign_request2',
    },
  ),
  agent(
    'ssh-user-presence',
    /^User presence (?:confirmed|not confirmed)$|^Confirm user presence for key .{1,300}$/,
    'The authenticator was asked for a touch.',
    { level: 'info', road: undefined, since: '8.2', source: 'OpenSSH 10.5, readpass.c notify_complete' },
  ),
  agent(
    'ssh-signing-failed',
    /^sign_and_send_pubkey: signing failed for (?<algorithm>\S{1,60}) "(?<path>.{0,500})": (?<reason>.{1,200})$/,
    'The key could not sign.',
    { since: '8.2' },
  ),
  agent(
    'ssh-no-mutual-signature',
    /^(?:send_pubkey_test|sign_and_send_pubkey): no mutual signature (?:algorithm|supported)$/,
    'The key can sign in no way that the server takes, or that this ssh still uses.',
    {
      message: 'client-signature-algorithm',
      since: '7.9',
      level: 'debug',
      source: 'OpenSSH 10.5, sshconnect2.c send_pubkey_test, sign_and_send_pubkey',
    },
  ),
  agent(
    'ssh-key-skipped',
    /^Skipping (?<algorithm>\S{1,60}) key (?<path>.{1,500}) - (?:corresponding algo(?:rithm)? not in PubkeyAcceptedAlgorithms|not in PubkeyAcceptedKeyTypes)$/,
    'ssh does not offer this key, because it may not use its algorithm.',
    {
      message: 'client-signature-algorithm',
      level: 'debug',
      since: '6.9',
      source: 'OpenSSH 10.5, sshconnect2.c key_type_allowed_by_config',
    },
  ),
  agent(
    'ssh-no-private-key-for-certificate',
    /^sign_and_send_pubkey: no separate private key for certificate "(?<path>.{1,500})"$/,
    'There is a certificate, and the private key that belongs to it is not at hand.',
    {
      level: 'debug',
      since: '7.4',
    },
  ),
  agent(
    'ssh-certificate-expired',
    /^Certificate (?<path>\S{1,500}) has (?:already expired|expired); ignored$|^Certificate invalid: (?<reason>expired|not yet valid)$/,
    'The certificate is not valid at this time.',
    {
      message: 'client-certificate-refused',
      source: 'OpenSSH 10.5, ssh-add.c; sshkey.c sshkey_cert_check_authority',
    },
  ),
  agent(
    'ssh-certificate-host',
    /^(?:Certificate invalid: (?<reason>name is not a listed principal|not a host certificate|.{1,100})|Certificate lacks principal list)$/,
    'The certificate does not fit this host.',
    {
      step: 'kex',
      message: 'client-certificate-refused',
      source: 'OpenSSH 10.5, sshkey.c sshkey_cert_check_authority; sshconnect.c',
    },
  ),

  key(
    'ssh-no-such-identity',
    /^no such identity: (?<path>.{1,500}): (?<reason>No such file or directory|.{1,100})$/,
    'The key file that ssh was told to use is not there.',
  ),
  key(
    'ssh-identity-not-accessible',
    /^Warning: Identity file (?<path>.{1,500}) not accessible: (?<reason>.{1,100})\.$/,
    'The key file behind -i is not there, or may not be read.',
    {
      level: 'warning',
      source: 'OpenSSH 10.5, ssh.c main',
    },
  ),
  key('ssh-load-key', /^Load key "(?<path>.{1,500})": (?<reason>.{1,200})$/, 'The key file cannot be used.', {
    since: '6.8',
  }),
  key(
    'ssh-key-permissions',
    /^Permissions (?:0\d{3} )?for '(?<path>.{1,500})' are too open\.$/,
    'Others than the user may read the key, so ssh does not use it.',
    { source: 'OpenSSH 10.5, authfile.c sshkey_perm_ok' },
  ),
  key(
    'ssh-windows-key-permissions',
    /^Bad permissions\. Try removing permissions for user: (?<user>.{1,300}) on file (?<path>(?!.{0,280}(?:authorized_keys|ssh_host_)).{1,300}?)\.?$/,
    'Others than the user may read the key, so ssh does not use it.',
    {
      source: 'Win32-OpenSSH 9.5, contrib/win32/win32compat/w32-sshfileperm.c',
    },
  ),
  key(
    'ssh-key-unprotected',
    /^@ {9,12}WARNING: UNPROTECTED PRIVATE KEY FILE! {9,13}@$/,
    'Others than the user may read a key; the lines behind say which.',
    { source: 'OpenSSH 10.5, authfile.c sshkey_perm_ok' },
  ),
  key(
    'ssh-key-ignored',
    /^(?:It is (?:required|recommended) that your private key files are NOT accessible by others\.|This private key will be ignored\.)$/,
    'The rest of the warning in front.',
    { source: 'OpenSSH 10.5, authfile.c sshkey_perm_ok' },
  ),

  add(
    'ssh-add-no-agent',
    /^Could not open a connection to your authentication agent\.$/,
    'No agent runs, or SSH_AUTH_SOCK does not say where.',
    { road: 'breaks', source: 'OpenSSH 10.5, ssh-add.c main' },
  ),
  add('ssh-add-connect', /^Error connecting to agent: (?<reason>.{1,200})$/, 'The agent does not answer.', {
    road: 'breaks',
  }),
  add('ssh-add-empty', /^The agent has no identities\.$/, 'The agent has no key.', { level: 'info' }),
  add(
    'ssh-add-fetch',
    /^error fetching identities: (?<reason>.{1,200})$/,
    'The agent does not say which keys it has.',
    { road: 'breaks' },
  ),
  add(
    'ssh-add-refused',
    /^Could not add identity "(?<path>.{1,500})": (?<reason>agent refused operation|.{1,200})$/,
    'The agent refused to take the key.',
    { road: 'breaks' },
  ),
  add('ssh-add-load', /^Error loading key "(?<path>.{1,500})": (?<reason>.{1,200})$/, 'The key file cannot be used.', {
    road: 'breaks',
  }),
  add(
    'ssh-add-added',
    /^(?:Identity|Certificate) added: (?<path>.{1,500}) \(.{0,300}\)$/,
    'The agent has the key now.',
    { level: 'info', road: 'passes' },
  ),
  add(
    'ssh-add-fido',
    /^Cannot load FIDO key (?<path>.{1,500}) without provider$/,
    'The key is on an authenticator, and ssh-add was not told how to reach it.',
    { road: 'breaks' },
  ),

  key(
    'ssh-agent-forward-refused',
    /^(?:Warning: )?Remote host denied (?:authentication )?agent forwarding\.$/,
    'The server forbids to forward the agent.',
    { step: 'session', level: 'info', source: 'OpenSSH 6.6 to 7.4, ssh.c' },
  ),
  key(
    'ssh-x11-refused',
    /^X11 forwarding request failed on channel \d{1,6}$/,
    'The server forbids X11, or has no xauth.',
    { step: 'session', level: 'info', source: 'OpenSSH 10.5, clientloop.c client_status_confirm' },
  ),
  key(
    'ssh-forward-warning',
    /^Warning: remote port forwarding failed for listen (?:port (?<port>\d{1,5})|path (?<path>.{1,300}))$/,
    'The server did not open the port that should be forwarded.',
    {
      step: 'session',
      level: 'info',
      message: 'client-forwarding-refused',
      source: 'OpenSSH 10.5, ssh.c ssh_confirm_remote_forward',
    },
  ),
]
