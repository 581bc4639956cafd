import type { Entry } from '../entry.ts'
import { byWords, is, noCommon } from '../finding.ts'
import { lookupFailure } from '../network-errors.ts'
import { said } from '../said.ts'

const raises = said({ by: 'paramiko', level: 'error', road: 'breaks', source: 'Paramiko 4.0, paramiko/transport.py' })
const auth = said({
  by: 'paramiko',
  level: 'error',
  step: 'auth',
  road: 'breaks',
  source: 'Paramiko 4.0, paramiko/auth_handler.py',
})
const key = said({
  by: 'paramiko',
  level: 'error',
  step: 'client',
  road: 'breaks',
  source: 'Paramiko 4.0, paramiko/pkey.py',
})

/** What Paramiko raises: Fabric, Ansible's paramiko connection, Airflow, netmiko say it as well. */
export const ENTRIES: readonly Entry[] = [
  raises(
    'paramiko-banner-reset',
    /\bError reading SSH protocol banner.{0,60}(?:reset by peer|ECONNRESET|Errno 104)/,
    'The connection was reset before the server sent its identification.',
    { step: 'banner', ends: is('banner-reset') },
  ),
  raises(
    'paramiko-banner',
    /\bError reading SSH protocol banner/,
    'The server sent no identification in time, or closed the connection before.',
    {
      step: 'banner',
      ends: is('banner-timeout'),
    },
  ),
  raises(
    'paramiko-no-valid-connections',
    /\bNoValidConnectionsError\b|\bUnable to connect to port \d{1,5} on /,
    'No address of the host took the connection.',
    {
      step: 'port',
      source: 'Paramiko 4.0, paramiko/ssh_exception.py NoValidConnectionsError',
      ends: is('connect-refused'),
    },
  ),
  raises(
    'paramiko-host-key-changed',
    /\bBadHostKeyException\b|\bHost key for server .{1,200} does not match\b/,
    'The server shows another host key than the one that is known.',
    {
      step: 'kex',
      source: 'Paramiko 4.0, paramiko/ssh_exception.py BadHostKeyException',
      ends: is('host-key-changed'),
    },
  ),
  raises(
    'paramiko-host-key-unknown',
    /\bnot found in known_hosts\b|\bNo hostkey for host \S{1,255} found\b/,
    'The host key of the server is not known.',
    {
      step: 'kex',
      source: 'Paramiko 4.0, paramiko/client.py RejectPolicy',
      ends: is('host-key-unknown'),
    },
  ),
  auth('paramiko-agent-lost', /\blost ssh-agent\b|\bcould not get keys from ssh-agent\b/, 'The agent did not answer.', {
    source: 'Paramiko 4.0, paramiko/agent.py',
  }),
  auth(
    'paramiko-agent-cannot-sign',
    /\bSSHException: key cannot be used for signing\b/,
    'The agent has the key and refused to sign with it.',
    {
      message: 'client-agent-refused',
      source: 'Paramiko 4.0, paramiko/agent.py AgentKey.sign_ssh_data',
      ends: is('permission-denied'),
    },
  ),
  auth(
    'paramiko-signature-algorithm',
    /\bUnable to agree on a pubkey algorithm for signing a '(?<algorithm>[\w@.-]{1,60})' key!/,
    'The key can sign in no way that the server takes.',
    {
      message: 'client-signature-algorithm',
      since: '2.9',
      ends: is('permission-denied'),
    },
  ),
  auth(
    'paramiko-no-rsa-algorithms',
    /\bAn RSA key was specified, but no RSA pubkey algorithms are configured!/,
    'All ways in which an RSA key could sign are switched off.',
    {
      message: 'client-signature-algorithm',
      since: '2.9',
      ends: is('permission-denied'),
    },
  ),
  auth(
    'paramiko-authentication-timeout',
    /\bAuthenticationException: Authentication timeout\b/,
    'The server did not answer the login in time; a second factor may take longer than Paramiko waits.',
    {
      source: 'Paramiko 4.0, paramiko/auth_handler.py wait_for_response',
      ends: is('auth-timeout'),
    },
  ),
  auth(
    'paramiko-transport-shut',
    /\bAuthenticationException: Authentication failed: transport shut down or saw EOF\b/,
    'The server closed the connection in the middle of the login.',
    {
      source: 'Paramiko 4.0, paramiko/auth_handler.py wait_for_response',
      ends: is('auth-closed'),
    },
  ),
  auth(
    'paramiko-authentication-failed',
    /\bAuthenticationException: |\bBad authentication type; allowed types: \[/,
    'The server refused the login.',
    {
      source: 'Paramiko 4.0, paramiko/auth_handler.py, ssh_exception.py',
      ends: is('permission-denied'),
    },
  ),
  raises(
    'paramiko-incompatible-peer',
    /\bIncompatible ssh (?:peer|server) \(no acceptable (?<algorithm>.{1,60}?)(?: algorithm)?\)/,
    'Paramiko and the server have no algorithm of this kind in common.',
    { step: 'kex', source: 'Paramiko 4.0, paramiko/transport.py _parse_kex_init', ends: (m) => noCommon(m[1], '') },
  ),
  raises(
    'paramiko-incompatible-version',
    /\bIncompatible version \((?<theirs>[^)]{0,20}) instead of 2\.0\)/,
    'The server speaks another version of the SSH protocol.',
    {
      step: 'banner',
      source: 'Paramiko 4.0, paramiko/transport.py _check_banner',
      ends: is('protocol-mismatch'),
    },
  ),
  raises(
    'paramiko-indecipherable-version',
    /\bIndecipherable protocol version "|\bSSHException: Invalid SSH banner\b/,
    'The other side sent no identification of SSH.',
    {
      step: 'banner',
      source: 'Paramiko 4.0, paramiko/transport.py _check_banner',
      ends: is('banner-garbage'),
    },
  ),
  raises(
    'paramiko-mismatched-mac',
    /\bMismatched MAC\b|\bSSHException: Invalid packet blocking\b/,
    'A packet failed its check: something changed the bytes, or one side encrypts wrongly.',
    {
      step: 'kex',
      message: 'client-packet-corrupted',
      source: 'Paramiko 4.0, paramiko/packet.py read_message',
      ends: is('kex-corrupt'),
    },
  ),
  raises(
    'paramiko-host-key-expected',
    /\bSSHException: Bad host key from server\b/,
    'The server shows another host key than the one that was expected.',
    { step: 'kex', ends: is('host-key-changed') },
  ),
  raises(
    'paramiko-negotiation-failed',
    /\bSSHException: Negotiation failed\.$/,
    'The key exchange did not come to an end.',
    { step: 'kex', ends: is('closed', { weak: true }) },
  ),
  raises(
    'paramiko-no-session',
    /\bSSHException: No existing session\b/,
    'The connection was gone when the login began; often too many keys were offered.',
    { step: 'auth', ends: is('closed', { weak: true }) },
  ),
  raises(
    'paramiko-not-active',
    /\bSSHException: SSH session not active\b/,
    'The connection was gone when it should be used.',
    { step: 'session', ends: is('closed', { weak: true }) },
  ),
  raises(
    'paramiko-channel-prohibited',
    /\bChannelException(?:\(|: ?\()1, 'Administratively prohibited'\)/,
    'The server refused to open the channel; it forbids forwarding.',
    {
      step: 'session',
      message: 'client-forwarding-refused',
      source: 'Paramiko 4.0, paramiko/ssh_exception.py ChannelException, common.py CONNECTION_FAILED_CODE',
      ends: is('session-refused', { weak: true }),
    },
  ),
  raises(
    'paramiko-channel-failed',
    /\bChannelException(?:\(|: ?\()[234], '(?:Connect failed|Unknown channel type|Resource shortage)'\)/,
    'The server refused to open the channel.',
    {
      step: 'session',
      source: 'Paramiko 4.0, paramiko/ssh_exception.py ChannelException, common.py CONNECTION_FAILED_CODE',
      ends: is('session-refused', { weak: true }),
    },
  ),
  raises(
    'paramiko-channel-timeout',
    /\bSSHException: (?:Timeout opening channel|Unable to open channel)\.$/,
    'The server opened no channel.',
    { step: 'session', ends: is('session-refused', { weak: true }) },
  ),
  raises('paramiko-forwarding-denied', /\bTCP forwarding request denied\b/, 'The server refused to forward the port.', {
    step: 'session',
    message: 'client-forwarding-refused',
    source: 'Paramiko 4.0, paramiko/transport.py request_port_forward',
    ends: is('session-refused', { weak: true }),
  }),
  raises(
    'paramiko-no-methods',
    /\bSSHException: No authentication methods available\b/,
    'Paramiko had neither a key nor a password to try.',
    {
      step: 'auth',
      message: 'client-no-key',
      source: 'Paramiko 4.0, paramiko/client.py _auth',
      ends: is('permission-denied'),
    },
  ),
  raises(
    'paramiko-proxy-command',
    /\bProxyCommandFailure\b|\bProxyCommand\("(?<path>.{1,200})"\) returned nonzero exit status: (?<reason>.{1,200})/,
    'The program of ProxyCommand failed.',
    {
      step: 'path',
      source: 'Paramiko 4.0, paramiko/ssh_exception.py ProxyCommandFailure',
      ends: is('proxy-fails'),
    },
  ),
  key(
    'paramiko-key-encrypted',
    /\bPasswordRequiredException\b|\b[Pp]rivate key file is encrypted\b/,
    'The private key has a passphrase, and Paramiko was given none.',
  ),
  key(
    'paramiko-key-not-valid',
    /\bnot a valid (?:RSA|DSA|EC|OPENSSH|\w{1,12}) private key file\b/,
    'The private key is of another kind than Paramiko was told, or damaged.',
    { ends: is('config-unusable', { weak: true }) },
  ),
  key(
    'paramiko-key-mismatch',
    /\bencountered (?<theirs>\w{1,12}) key, expected (?<algorithm>\w{1,12}) key\b/,
    'The private key is of another kind than Paramiko was told.',
  ),
  key(
    'paramiko-key-corrupt',
    /\bBad password or corrupt private key file\b|\bOpenSSH private key file checkints do not match\b/,
    'The passphrase is wrong, or the key file is damaged.',
    { ends: is('permission-denied', { weak: true }) },
  ),
  key(
    'paramiko-key-cipher',
    /\bunknown cipher (?:`[\w@.-]{1,40}`|or kdf) used in private key file\b/,
    'Paramiko cannot decrypt this kind of key file.',
  ),
  raises(
    'python-lookup',
    /\[Errno -?\d{1,4}\] ((?:Temporary failure in|Name or service|nodename nor|getaddrinfo).{0,100})/,
    'The program could not look up the name of the host.',
    {
      by: 'system',
      step: 'name',
      source: 'Python 3.13, Modules/socketmodule.c set_gaierror',
      ends: (m) => ({ failure: lookupFailure(m[1] ?? '') }),
    },
  ),
  raises('python-errno', /\[(?:Errno|WinError) \d{1,5}\] (.{1,200})/, 'A call of the system failed.', {
    by: 'system',
    source: 'Python 3.13, Objects/exceptions.c OSError_str',
    ends: byWords,
  }),
  raises('python-timed-out', /^(?:socket\.timeout|TimeoutError): timed out/, 'Nothing answered in time.', {
    by: 'system',
    step: 'port',
    source: 'Python 3.13, Modules/socketmodule.c',
    ends: is('connect-timeout'),
  }),
]
