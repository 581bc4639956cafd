import type { Fields, Note } from '../note.ts'
import { notesOf } from '../note.ts'

const key = notesOf({ step: 'auth', road: 'breaks' })
const accepted = notesOf({ step: 'auth', road: 'passes' })
const unreadable = notesOf({ step: 'auth', road: 'breaks', message: 'keys-file-unreadable' })
const command = notesOf({ step: 'auth', road: 'breaks', message: 'keys-command-failed' })
const refused = notesOf({ step: 'auth', road: 'breaks', message: 'key-refused' })

/** A file that is not there is the ordinary case; one that sshd may not open is not. */
const whyClosed = ({ reason }: Fields) =>
  reason === undefined || /^No such file or directory$/.test(reason) ? undefined : 'keys-file-unreadable'

const kinds = ['authorized keys', 'authorized principals']

/** misc.c subprocess and exited say it of any program; these two are those that sshd asks for keys. */
const asked = (words: readonly string[], says: string): Note[] => [
  { words, says, step: 'auth', road: 'breaks' },
  command(
    ['AuthorizedKeysCommand', 'AuthorizedPrincipalsCommand'].flatMap((program) =>
      words.map((one) => one.replace('{program}', program)),
    ),
    says,
    { narrow: true, by: 'sshd' },
  ),
]

/** What sshd says of the keys a client offers. auth2-pubkey.c, auth2-pubkeyfile.c, auth.c, auth-options.c, misc.c. */
export const KEYS: readonly Note[] = [
  accepted(
    'Accepted key {algorithm} {} found at {path}',
    'The key is one of those that the user may log in with; the line says where it stands.',
  ),
  accepted(
    [
      'Accepted certificate ID "{}" (serial {}) signed by {algorithm} CA {} via {path}',
      'Accepted certificate ID "{}" (serial {}) signed by CA {algorithm} {} found at {path}',
      'Accepted certificate ID "{}" signed by {algorithm} CA {} via {path}',
    ],
    'The certificate is one that the user may log in with.',
  ),
  key(
    [
      'userauth_pubkey: signature algorithm {algorithm} not in PubkeyAcceptedAlgorithms',
      'userauth_pubkey: key type {algorithm} not in PubkeyAcceptedAlgorithms',
      'userauth_pubkey: key type {algorithm} not in PubkeyAcceptedKeyTypes',
    ],
    'The key came with a signature algorithm that this server does not take; ssh-rsa is RSA with SHA-1, off since OpenSSH 8.8.',
    { message: 'key-algorithm-not-accepted' },
  ),
  key(
    [
      'userauth_hostbased: signature algorithm {algorithm} not in HostbasedAcceptedAlgorithms',
      'userauth_hostbased: key type {algorithm} not in HostbasedAcceptedAlgorithms',
      'userauth_hostbased: key type {algorithm} not in HostbasedAcceptedKeyTypes',
    ],
    "The client's host key came with an algorithm that this server does not take.",
  ),
  key('{} key type {algorithm} is not in permitted list {}', 'The key is of a type that this server does not take.', {
    message: 'key-algorithm-not-accepted',
  }),
  key(
    [
      'userauth_pubkey: unsupported public key algorithm: {algorithm}',
      'userauth_hostbased: unsupported public key algorithm: {algorithm}',
    ],
    'The client offered a kind of key that this build of sshd does not know.',
  ),
  key(
    [
      'userauth_pubkey: cannot decode key: {algorithm}',
      'userauth_hostbased: cannot decode key: {algorithm}',
      'userauth_pubkey: parse key: {reason}',
    ],
    'sshd cannot read the key that the client offered.',
  ),
  key(
    'refusing previously-used {algorithm} key',
    'The client offered the same key twice, and AuthenticationMethods wants another one.',
  ),
  key(
    ['refusing {algorithm} key: {reason}'],
    'sshd refuses this key: it is shorter than RequiredRSASize, or its kind is not taken.',
    { message: 'key-algorithm-not-accepted' },
  ),
  key(
    'Refusing RSA key because client uses unsafe signature scheme',
    'The client is so old that its RSA signatures are not safe, and its RSA keys are refused.',
    { message: 'key-algorithm-not-accepted' },
  ),
  key(
    [
      'Authentication refused: bad ownership or modes for file {path}',
      'Authentication refused: bad ownership or modes for directory {path}',
    ],
    'sshd does not read the keys: this file or folder belongs to somebody else, or others may write it (StrictModes).',
    { narrow: true, message: 'key-file-unsafe' },
  ),
  key(
    'Authentication refused: {} is not a regular file',
    'sshd does not read the keys: what stands in their place is not an ordinary file.',
    { narrow: true },
  ),
  unreadable(
    'Authentication refused: realpath {path} failed: {reason}',
    'sshd does not read the keys: the way to the file cannot be followed.',
    { narrow: true },
  ),
  key(
    'Authentication refused: {reason}',
    'sshd does not read the keys of this user; the reason is at the end of the line.',
  ),
  key(
    'Authentication refused for {user}: bad owner or modes for {path}',
    'sshd does not believe this file: it belongs to somebody else, or others may write it (StrictModes).',
    { message: 'key-file-unsafe' },
  ),
  key(
    ...([
      [...kinds.flatMap((kind) => [`Could not open user '{user}' ${kind} '{path}': {reason}`])],
      'sshd cannot open the file with the keys of this user; a missing one says so, anything else is permission, SELinux or a home that is not there.',
      { narrow: true, message: whyClosed },
    ] as const),
  ),
  key(
    "Could not open user '{user}' {} '{path}': {reason}",
    'sshd cannot open a file of keys or principals of this user.',
    { message: whyClosed },
  ),
  key(["Could not open {} '{path}': {reason}"], 'sshd cannot open a file of keys or principals.', {
    message: whyClosed,
  }),
  key(
    ["User '{user}' {} '{path}' is not a regular file", 'User {user} {} {path} is not a regular file'],
    "What stands in the place of the user's keys is not an ordinary file.",
    { message: 'keys-file-unreadable' },
  ),
  key(
    ['user_key_allowed: glob "{path}" failed', 'match_principals_file: glob "{path}" failed'],
    'sshd could not look for the files that AuthorizedKeysFile or AuthorizedPrincipalsFile means.',
  ),
  refused(
    [
      '{path}: Authentication tried for {user} with correct key but not from a permitted host (host={}, ip={address}, required={}).',
      'Authentication tried for {user} with correct key but not from a permitted host (host={}, ip={address}).',
    ],
    'The key is right, and its from= in authorized_keys does not allow this address.',
  ),
  key(
    [
      '{path}: Authentication tried for {user} with valid certificate but not from a permitted source address ({address}).',
      'Authentication tried for {user} with valid certificate but not from a permitted host (ip={address}).',
    ],
    'The certificate is valid, and its source-address does not allow this address.',
    { message: 'certificate-source-refused' },
  ),
  refused(
    ['Refused by key options', 'Refused by key options at {path}'],
    'The key is right, and its options in authorized_keys do not allow this login.',
  ),
  key(
    ['invalid key option string', 'invalid key option string at {path}'],
    'A line of authorized_keys has options that cannot be read.',
  ),
  key('{reason} at {path}', 'sshd refuses a line of authorized_keys; the reason is at the front.'),
  key('Bad options in {path} file, line {line}: {}', 'A line of authorized_keys has options that cannot be read.'),
  refused(
    'Authentication key {algorithm} {} revoked by file {path}',
    'The key is right and is on the list of revoked keys (RevokedKeys).',
  ),
  refused(
    [
      'WARNING: revoked key for {user} attempted authentication',
      'WARNING: authentication attempt with a revoked {algorithm} key {}',
    ],
    'Somebody tried to log in with a key that is revoked.',
  ),
  key(
    [
      'Revoked keys file is unreadable: refusing public key authentication',
      'Revoked keys file not accessible - refusing public key authentication',
      'Revoked keys file not readable - refusing public key authentication',
      'Error checking authentication key {algorithm} {} in revoked keys file {path}: {reason}',
    ],
    'sshd refuses every key, because it cannot read its list of revoked keys (RevokedKeys).',
    { message: 'key-refused' },
  ),
  ...asked(
    ['{program} {path} failed, status {}', '{program} {path} exited on signal {}'],
    'The program that sshd asks for keys failed, so that its keys do not count.',
  ),
  ...asked(
    ['Unsafe {program} "{path}": {reason}'],
    'sshd does not run the program that it asks for keys: the file or a folder above it belongs to somebody else than root, or others may write it.',
  ),
  ...asked(['Could not stat {program} "{path}": {reason}'], 'The program that sshd asks for keys is not there.'),
  ...asked(
    ['{program} exec "{path}": {reason}', '{program} execv "{path}": {reason}', '{program} execve "{path}": {reason}'],
    'The program that sshd asks for keys could not be started.',
  ),
  ...asked(
    ['{program} path is not absolute'],
    'The command that sshd would ask for keys needs its whole path in sshd_config.',
  ),
  command(
    ['AuthorizedKeysCommand {path} returned status {}', 'AuthorizedKeysCommand {path} exited on signal {}'],
    'The program that sshd asks for keys failed, so that its keys do not count.',
  ),
  command(
    [
      'Unsafe AuthorizedKeysCommand: {reason}',
      'Could not stat AuthorizedKeysCommand "{path}": {reason}',
      'AuthorizedKeysCommand {path} exec failed: {reason}',
    ],
    'sshd cannot run the program that it asks for keys.',
  ),
  command(
    [
      'AuthorizedKeysCommandUser "{user}" not found: {reason}',
      'AuthorizedPrincipalsCommandUser "{user}" not found: {reason}',
    ],
    'The user under whom sshd would ask for keys does not exist.',
  ),
  command(
    [
      'No user for AuthorizedKeysCommand specified, skipping',
      'No user for AuthorizedPrincipalsCommand specified, skipping',
    ],
    'sshd does not ask its program for keys: the configuration names no user for it.',
  ),
  command(
    [
      'AuthorizedKeysCommand "{path}" contains invalid quotes',
      'AuthorizedPrincipalsCommand "{path}" contains invalid quotes',
      'AuthorizedKeysCommand "{path}" yielded no arguments',
      'AuthorizedPrincipalsCommand "{path}" yielded no arguments',
    ],
    'The command that sshd would ask for keys cannot be read as it stands in sshd_config.',
  ),
  key(
    [
      'public key {algorithm} {} signature for {user} from {address} port {port} rejected: user presence (authenticator touch) requirement not met',
      'public key {} signature for {user} from {address} port {port} rejected: user presence (authenticator touch) requirement not met',
    ],
    'The signature of the security key came without a touch, and the server wants one.',
  ),
  key(
    [
      'public key {algorithm} {} signature for {user} from {address} port {port} rejected: user verification requirement not met',
      'public key {} signature for {user} from {address} port {port} rejected: user verification requirement not met',
    ],
    'The signature of the security key came without a PIN, and the server wants one (verify-required).',
  ),
]
