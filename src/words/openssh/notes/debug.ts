import type { Note } from '../note.ts'
import { notesOf } from '../note.ts'

const at = (step: NonNullable<Note['step']>) => notesOf({ step, harmless: true })
const passed = (step: NonNullable<Note['step']>) => notesOf({ step, road: 'passes', harmless: true })

const client = at('client')
const path = at('path')
const kex = at('kex')
const auth = at('auth')
const session = at('session')

/** What ssh -v, sshd -d and LogLevel DEBUG say that places a step. */
export const DEBUG: readonly Note[] = [
  client('Reading configuration data {path}', 'The program reads this file of its configuration.'),
  client(
    ['{path} line {line}: Applying options for {option}', '{path} line {line}: include {} matched no files'],
    'A block of the configuration applies to this host.',
  ),
  client(
    ['auto-mux: Trying existing master', "auto-mux: Trying existing master at '{path}'"],
    'ssh looks whether a shared connection is there.',
  ),
  passed('client')(
    ['mux_client_request_session: master session id: {}', 'multiplexing control connection'],
    'The shared connection took this session.',
  ),
  path(['Connecting to {address} [{}] port {port}.'], 'ssh connects to the server.'),
  path(
    ['Executing proxy command: {program}', 'Executing proxy dialer command: {program}'],
    'ssh starts the program that leads to the server.',
  ),
  passed('path')('Connection established.', 'The connection to the server is there.'),
  path(
    'connect to address {address} port {port}: {reason}',
    'ssh could not connect to this address; it tries the next one, if the name has another.',
    { road: 'breaks', harmless: undefined },
  ),
  at('auth')('identity file {path} type {}', 'ssh looked for this key file; type -1 says that it is not there.'),
  at('banner')(['Local version string {}'], 'ssh says which SSH it speaks.'),
  passed('banner')(
    ['Remote protocol version {}.{}, remote software version {}'],
    'The other side said which SSH it speaks, and with which program.',
  ),
  passed('banner')(
    [
      'compat_banner: match: {} pat {} compat 0x{}',
      'compat_banner: no match: {}',
      'match: {} pat {} compat 0x{}',
      'no match: {}',
    ],
    'The program looked whether the other side needs special care.',
  ),
  auth("Authenticating to {address}:{port} as '{user}'", 'ssh is about to log in as this user.', { step: 'kex' }),
  kex(
    [
      'SSH2_MSG_KEXINIT sent',
      'SSH2_MSG_KEXINIT received',
      'expecting SSH2_MSG_KEX_ECDH_REPLY',
      'expecting SSH2_MSG_KEXDH_REPLY',
      'expecting SSH2_MSG_NEWKEYS',
      'SSH2_MSG_KEX_ECDH_REPLY received',
      'SSH2_MSG_KEX_DH_GEX_REQUEST({}<{}<{}) sent',
      'expecting SSH2_MSG_KEX_DH_GEX_GROUP',
      'expecting SSH2_MSG_KEX_DH_GEX_REPLY',
      'SSH2_MSG_NEWKEYS sent',
      'expecting SSH2_MSG_KEX_ECDH_INIT',
      'expecting SSH2_MSG_KEXDH_INIT',
    ],
    'A step of the key exchange.',
  ),
  passed('kex')('SSH2_MSG_NEWKEYS received', 'The key exchange is done: both sides have their keys.'),
  kex(
    [
      'kex: algorithm: {algorithm}',
      'kex: host key algorithm: {algorithm}',
      'kex: {} cipher: {algorithm} MAC: {} compression: {}',
    ],
    'The two sides agreed on this algorithm.',
  ),
  at('host')(
    ['Server host key: {algorithm} {}', 'Server host certificate: {algorithm} {}, serial {} ID "{}" CA {} {} valid {}'],
    'The server showed this host key.',
  ),
  passed('host')(
    ["Host '{address}' is known and matches the {algorithm} host {}."],
    'The host key is the one that ssh knows.',
  ),
  at('host')(
    [
      'Found {} in {path}:{line}',
      'hostkeys_find_by_key_cb: found matching key in {path}:{line}',
      'checking without port identifier',
      'load_hostkeys: fopen {path}: {reason}',
    ],
    'ssh looks for the host key in known_hosts.',
  ),
  passed('kex')(['SSH2_MSG_SERVICE_ACCEPT received', 'service_accept: {}'], 'The server is ready for a login.'),
  auth(['SSH2_MSG_SERVICE_REQUEST sent'], 'ssh asks for the login.', { step: 'kex' }),
  kex(['SSH2_MSG_EXT_INFO received', 'kex_ext_info_check_ver: {}=<{}>'], 'The server says which signatures it takes.'),
  passed('kex')(
    'Authentications that can continue: {theirs}',
    'The server does not let ssh in yet and says which ways to log in it offers.',
    { step: 'auth', road: undefined },
  ),
  auth(['Next authentication method: {}'], 'ssh tries this way to log in.'),
  auth(
    [
      'Offering public key: {path}',
      'Offering public key: {} {algorithm} {}',
      'Offering {algorithm} public key: {path}',
      'Will attempt key: {path}',
      'Trying private key: {path}',
    ],
    'ssh offers or prepares this key.',
  ),
  auth(
    ['Server accepts key: {path}', 'Server accepts key: pkalg {algorithm} blen {}'],
    'The server takes this key and wants its signature.',
  ),
  auth(['No more authentication methods to try.'], 'ssh has nothing left to log in with.', {
    road: 'breaks',
    harmless: undefined,
  }),
  auth(
    'send_pubkey_test: no mutual signature algorithm',
    'ssh and the server have no signature algorithm in common for this key; for RSA that is SHA-1 against SHA-2.',
    { road: 'breaks', harmless: undefined, message: 'client-signature-algorithm' },
  ),
  auth(
    [
      'Skipping {algorithm} key {path} - corresponding algo not in PubkeyAcceptedAlgorithms',
      'Skipping {algorithm} key {path} - corresponding algorithm not in PubkeyAcceptedAlgorithms',
      'Skipping {algorithm} key {path} - not in PubkeyAcceptedKeyTypes',
    ],
    'ssh does not offer this key: its algorithm is not among those it may use.',
    { road: 'breaks', harmless: undefined, message: 'client-signature-algorithm' },
  ),
  auth(
    [
      'get_agent_identities: agent returned {} keys',
      'get_agent_identities: ssh_get_authentication_socket: {reason}',
      'ssh_get_authentication_socket: {reason}',
      'pubkey_prepare: ssh_fetch_identitylist: {reason}',
      'get_agent_identities: bound agent to hostkey',
    ],
    'ssh asked the agent for its keys.',
  ),
  passed('auth')(['Authentication succeeded ({}).'], 'The server let ssh in.'),
  session(
    [
      'Entering interactive session.',
      'Requesting no-more-sessions@openssh.com',
      'channel {}: new [{}]',
      'channel {}: new {} [{}] (inactive timeout: {})',
      'pledge: network',
      'Sending environment.',
      'Sending command: {}',
    ],
    'The session begins.',
    { road: 'passes' },
  ),
  session(
    ['client_input_channel_req: channel {} rtype {} reply {}', 'channel {}: free: {}, nchannels {}', 'Exit status {}'],
    'The session ends, or the other side says something about it.',
  ),
  session('Remote: {}', 'A remark of the server about what the key or its configuration allows.'),
  session('Connection to port {port} forwarding to {address} port {} requested.', 'A program uses a forwarding.'),
  auth(
    [
      'userauth-request for user {user} service {} method {}',
      'attempt {} failures {}',
      'input_userauth_request: setting up authctxt for {user}',
      'input_userauth_request: try method {}',
    ],
    'sshd is asked to let this user in.',
  ),
  auth(
    [
      'userauth_pubkey: test pkalg {algorithm} pkblob {}',
      'userauth_pubkey: {} test pkalg {algorithm} pkblob {}',
      '{}: test whether pkalg/pkblob are acceptable for {algorithm} {}',
      'temporarily_use_uid: {}/{} (e={}/{})',
      'restore_uid: {}/{}',
      'trying public key file {path}',
      'trying authorized principals file {path}',
    ],
    'sshd looks whether the user may log in with this key.',
  ),
  auth(
    ['{path}: key options: {option}', '{path}: key options:{option}'],
    'The line says what the key or the certificate may do.',
  ),
  auth('{path}: matching {} found: {algorithm} {}', "The key is in the user's file."),
  auth(['fd {} clearing O_NONBLOCK', 'fd {} setting O_NONBLOCK', 'fd {} is O_NONBLOCK'], 'A detail of sockets.'),
  auth(
    [
      '{}: CA {algorithm} {} is not listed in {path}',
      'user_cert_trusted_ca: CA {algorithm} {} is not listed in {path}: {reason}',
    ],
    'The certificate was signed by an authority that this server does not trust (TrustedUserCAKeys).',
    { road: 'breaks', harmless: undefined, message: 'certificate-authority-unknown' },
  ),
  auth(
    [
      'PAM: initializing for "{user}"',
      'PAM: initializing for "{user}" with service "{}"',
      'PAM: setting PAM_RHOST to "{address}"',
      'PAM: setting PAM_TTY to "ssh"',
      'PAM: establishing credentials',
      'PAM: cleanup',
      'do_pam_account: called',
    ],
    'sshd asks PAM about the user.',
  ),
  at('banner')(
    [
      'Forked child {}.',
      'Bind to port {port} on {address}.',
      'Server will not fork when running in debugging mode.',
      'Connection refused by tcp wrapper',
    ],
    'A step of the listener.',
  ),
  auth(
    ['Denied connection for {user} from {address} [{}].', 'LOGIN {user} REFUSED (TIME)'],
    'The system does not let this user in from there or at this time.',
    { road: 'breaks', harmless: undefined },
  ),
  at('auth')('{path}: entry expired at {}', 'The line of authorized_keys is past its expiry-time.', {
    road: 'breaks',
    harmless: undefined,
    message: 'key-refused',
  }),
  auth(
    'ssh_sandbox_child: prctl(PR_SET_NO_NEW_PRIVS): {reason}',
    'A detail of how sshd shuts its unprivileged half in.',
  ),
]
