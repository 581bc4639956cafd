import type { Note } from '../note.ts'
import { notesOf } from '../note.ts'

const client = notesOf({ step: 'client', road: 'breaks' })
const path = notesOf({ step: 'path', road: 'breaks' })
const name = notesOf({ step: 'name', road: 'breaks' })
const hostKey = notesOf({ step: 'host', road: 'breaks' })
const aside = notesOf({ step: 'host', harmless: true })

const PICTURE = 'Part of the warning that the host key is another than ssh knows.'

/** ssh on its way to the login: name, connection, host key. ssh.c, sshconnect.c, hostfile.c, dns.c. */
export const SSH_BEFORE_LOGIN: readonly Note[] = [
  path(
    'ssh: connect to host {address} port {port}: {reason}',
    'ssh could not connect to this address and port; the reason is at the end of the line.',
  ),
  name('ssh: Could not resolve hostname {address}: {reason}', 'ssh found no address for this name.'),
  client(
    'ssh: Could not resolve hostname : {reason}',
    'ssh was given an empty host name; a variable that was not set leaves one.',
    { narrow: true, message: 'client-destination-empty' },
  ),
  client(
    'hostname contains invalid characters',
    'The host name that ssh was given has characters that no host name has.',
  ),
  client(
    'remote username contains invalid characters',
    'The user name that ssh was given has characters that ssh does not take.',
  ),
  client(
    'No user exists for uid {}',
    'The user under whom ssh runs has no line in /etc/passwd; in containers that happens.',
  ),
  client(
    [
      'bind {address}: {reason}',
      'bind: {address}: {reason}',
      'getaddrinfo: {address}: {reason}',
      'getifaddrs: {}: no suitable addresses',
      'getifaddrs: {}: {reason}',
    ],
    'ssh cannot connect from the address that it was told to use (-b, -B, BindAddress, BindInterface).',
  ),
  client(
    [
      'Couldn\'t execute {path} -c "{}": {reason}',
      'Could not create pipes to communicate with the proxy: {reason}',
      'Could not create socketpair to communicate with proxy dialer: {reason}',
      'proxy dialer did not pass back a connection',
      'Shell "{path}" is not executable: {reason}',
    ],
    'ssh could not start the program that should lead to the server (ProxyCommand, ProxyJump).',
  ),
  client('stdio forwarding failed', 'The jump host could not reach the target.', { step: 'path' }),
  client(
    ["{path} line {line}: match exec '{}' error", "command '{}' exited abnormally"],
    'A command of ssh_config (Match exec) failed.',
  ),
  client(
    ['Invalid query protocol option {option}', 'Must specify -g or -G', 'no support for PKCS#11.'],
    'ssh could not do what its command line asks.',
  ),
  client(['{}: gethostname: {reason}', 'get_local_name: gethostname: {reason}'], 'The system has no name for itself.', {
    road: undefined,
    harmless: true,
  }),
  client(
    'Canonicalized DNS aliased hostname "{address}" => "{}"',
    'ssh follows the name to another one (CanonicalizeHostname).',
    {
      road: undefined,
      harmless: true,
      step: 'name',
    },
  ),
  aside(
    [
      'hostkeys_foreach_file: invalid marker at {path}:{line}',
      '{}: invalid marker at {path}:{line}',
      'hostkeys_foreach_file: truncated line at {path}:{line}',
    ],
    'A line of known_hosts cannot be read and is passed over.',
  ),
  client(
    'Warning: Identity file {path} not accessible: {reason}.',
    'The key file that ssh was told to use (-i) is not there or cannot be read.',
    { step: 'auth' },
  ),
  client(
    ["Could not create directory '{path}' ({reason}).", "Could not create directory '{path}'."],
    'ssh could not make its folder, mostly because the home cannot be written.',
    { road: undefined },
  ),
  aside("Created directory '{path}'.", 'ssh made its folder.'),
  client(
    'Pseudo-terminal will not be allocated because stdin is not a terminal.',
    'ssh asks for no terminal, because it is not run in one.',
    { road: undefined, harmless: true, step: 'session' },
  ),
  aside(
    "Warning: Permanently added '{address}' ({algorithm}) to the list of known hosts.",
    'ssh wrote the host key down: it had not seen this server before.',
  ),
  aside(
    [
      "Warning: Permanently added the {algorithm} host key for IP address '{address}' to the list of known hosts.",
      "{algorithm} host key for IP address '{address}' not in list of known hosts.",
    ],
    'ssh knows the host key by name, and now by this address, too.',
  ),
  aside(
    [
      'Failed to add the host to the list of known hosts ({path}).',
      "Failed to add the {algorithm} host key for IP address '{address}' to the list of known hosts ({path}).",
    ],
    'ssh could not write the host key down: known_hosts cannot be written; the login goes on.',
  ),
  aside(['Host key fingerprint is {}', 'Host key fingerprint is: {}'], "The fingerprint of the server's host key."),
  aside(
    ['WARNING: {algorithm} key found for host {address}in {path}:{line}{} key fingerprint {}.'],
    'ssh knows another kind of host key of this server.',
  ),
  aside(
    [
      '** WARNING: connection is not using a post-quantum key exchange algorithm.',
      '** This session may be vulnerable to "store now, decrypt later" attacks.',
      '** The server may need to be upgraded. See https://openssh.com/pq.html',
    ],
    'The key exchange is one that a quantum computer could break later; the login goes on.',
    { step: 'kex' },
  ),
  aside(
    [
      'Warning: this server does not support rekeying.',
      'This session will eventually fail',
      'Server does not support re-keying',
    ],
    'The server cannot change keys in a long session, which will end when they are used up.',
    { step: 'kex' },
  ),
  aside(
    [
      'The server has updated its host keys.',
      "These changes were verified by the server's existing trusted key.",
      'Learned new hostkey: {algorithm} {}',
      'Deprecating obsolete hostkey: {algorithm} {}',
      '{path}:{line}: Removed {algorithm} key for host {address}',
      '{path}:{line}: invalid known_hosts entry',
      'Please enter "yes" or "no"',
    ],
    'ssh keeps its list of the host keys of this server up to date (UpdateHostKeys).',
  ),
  aside(
    [
      "The authenticity of host '{} ({address})' can't be established.",
      "The authenticity of host '{} ({address})' can't be established",
      '{algorithm} key fingerprint is {}.',
      '{algorithm} key fingerprint is: {}',
      'This key is not known by any other names',
      'This key is not known by any other names.',
      'This host key is known by the following other names/addresses:',
      'Are you sure you want to continue connecting (yes/no)?{}',
      'Are you sure you want to continue connecting (yes/no/[fingerprint])?{}',
      'Matching host key fingerprint found in DNS.',
      'No matching host key fingerprint found in DNS.',
    ],
    'ssh has not seen this server before and asks whether its host key is to be trusted.',
  ),
  hostKey(
    [
      'The fingerprint for the {algorithm} key sent by the remote host is',
      'SHA256:{}.',
      'remove with:',
      'ssh-keygen -f "{path}" -R {}',
      "ssh-keygen -f '{path}' -R {}",
    ],
    PICTURE,
  ),
  hostKey('Host key verification failed.', 'ssh does not trust the host key, and ends.'),
  hostKey(
    [
      '{algorithm} host key for {address} has changed and you have requested strict checking.',
      'Host key for {address} has changed and you have requested strict checking.',
    ],
    'The host key of this server is another than the one in known_hosts, and ssh ends.',
  ),
  hostKey(
    [
      '{algorithm} host key for {address} was revoked and you have requested strict checking.',
      'Host key {algorithm} {} revoked by file {path}',
      'The {algorithm} host key for {address} is marked as revoked.',
    ],
    'The host key of this server is revoked, and ssh does not take it.',
  ),
  hostKey(
    'No {algorithm} host key is known for {address} and you have requested strict checking.',
    'ssh has never seen this server, and was told to refuse such ones (StrictHostKeyChecking yes).',
  ),
  hostKey(
    ['host key {algorithm} not permitted by HostkeyAlgorithms', 'Server host key {algorithm} not in HostKeyAlgorithms'],
    'The host key is of a kind that ssh was told not to take (HostKeyAlgorithms).',
  ),
  hostKey(
    [
      '@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@',
      '@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @',
      '@       WARNING: POSSIBLE DNS SPOOFING DETECTED!          @',
      '@       WARNING: REVOKED HOST KEY DETECTED!               @',
      'IT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!',
      'Someone could be eavesdropping on you right now (man-in-the-middle attack)!',
      'It is also possible that a host key has just been changed.',
      'Please contact your system administrator.',
      'Add correct host key in {path} to get rid of this message.',
      'Exiting, you have requested strict checking.',
      'The fingerprint for the {algorithm} key sent by the remote host is{}.',
      'The {algorithm} host key for {address} has changed,',
      'and the key for the corresponding IP address {address}',
      'DNS SPOOFING is happening or the IP address for the host',
      'and its host key have changed at the same time.',
      '{}. This could either mean that',
      'This could mean that a stolen key is being used to',
      'impersonate this host.',
      'Update the SSHFP RR in DNS with the new host key to get rid of this message.',
    ],
    PICTURE,
  ),
  hostKey(
    ['Offending {algorithm} key in {path}:{line}', 'Offending key for IP in {path}:{line}'],
    'The line of known_hosts that has another host key of this server.',
  ),
  hostKey(
    [
      'Password authentication is disabled to avoid man-in-the-middle attacks.',
      'Keyboard-interactive authentication is disabled to avoid man-in-the-middle attacks.',
      'Challenge/response authentication is disabled to avoid man-in-the-middle attacks.',
      'Agent forwarding is disabled to avoid man-in-the-middle attacks.',
      'X11 forwarding is disabled to avoid man-in-the-middle attacks.',
      'Port forwarding is disabled to avoid man-in-the-middle attacks.',
      'Tunnel forwarding is disabled to avoid man-in-the-middle attacks.',
      'UpdateHostkeys is disabled because the host key is not trusted.',
      'Error: forwarding disabled due to host key check failure',
    ],
    'The host key is not trusted, so that ssh leaves this off for the connection.',
  ),
  hostKey(['KnownHostsCommand failed'], 'The program that ssh asks for host keys (KnownHostsCommand) failed.'),
  aside(
    [
      'DNS lookup error: {reason}',
      'Error parsing fingerprint from DNS.',
      'Error calculating host key fingerprint.',
      'Error calculating key fingerprint.',
    ],
    'ssh could not check the host key in DNS (VerifyHostKeyDNS).',
  ),
  hostKey(
    [
      'Server failed to confirm ownership of private host keys',
      'client_global_hostkeys_prove_confirm: server gave bad signature for {algorithm} key {}: {reason}',
      'client_global_hostkeys_private_confirm: server gave bad signature for {algorithm} key {}: {reason}',
      'client_input_hostkeys: received duplicated {algorithm} host key',
    ],
    'The server announced other host keys and did not prove that they are its own; the login goes on.',
    { road: undefined },
  ),
  hostKey(
    [
      'key_verify failed for server_host_key',
      'server_host_key verification failed',
      'cannot verify server_host_key',
      'cannot decode server_host_key_blob',
      'type mismatch for decoded server_host_key_blob',
    ],
    "The server's host key did not prove itself in the key exchange.",
    { step: 'kex' },
  ),
]
