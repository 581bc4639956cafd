import type { LogMessage } from '../../../core/log-messages.ts'
import type { Fields, Note } from '../note.ts'
import { notesOf } from '../note.ts'

const turned = notesOf({ step: 'banner', road: 'breaks' })
const told = notesOf({ step: 'banner' })
const port = notesOf({ step: 'port' })
const broken = notesOf({ step: 'port', road: 'breaks' })

/** MaxStartups' first number since 6.2 (servconf.c): with fewer connections waiting it drops nobody (openssh.md 1.3, 2.1). */
const DEFAULT_BEGIN = 10

const limitOf = ({ limit }: Fields) =>
  limit !== undefined && Number(limit) < DEFAULT_BEGIN ? 'dropped-per-source' : 'dropped-past-maxstartups'

/** strerror(3) of EADDRINUSE as glibc and musl say it, and of EACCES: root is refused a port by a policy alone. */
const BIND_FAILED: Readonly<Record<string, LogMessage>> = {
  'Address already in use': 'address-in-use',
  'Address in use': 'address-in-use',
  'Permission denied': 'bind-not-permitted',
}

/** sshd's listener: whom it turns away before a word is spoken, and what becomes of its children. sshd.c, srclimit.c. */
export const LISTENER: readonly Note[] = [
  turned(
    [
      'drop connection #{limit} from [{address}]:{port} on [{}]:{} past MaxStartups',
      'drop connection #{limit} from [{address}]:{port} on [{}]:{} past Maxstartups',
      'drop connection #{limit} from [{address}]:{port} on [{}]:{} Maxstartups',
      'drop connection #{limit}',
    ],
    'sshd turned this connection away, because so many were already waiting to log in (MaxStartups, or PerSourceMaxStartups below its first number).',
    { message: limitOf },
  ),
  turned(
    'drop connection #{} from [{address}]:{port} on [{}]:{} penalty: {reason}',
    'sshd turned this connection away, because it makes the address pay for what it did before (PerSourcePenalties).',
    { message: ({ reason }) => (reason === 'caused crash' ? 'child-crashed' : 'address-penalised') },
  ),
  turned(
    'drop connection #{} from [{address}]:{port} on [{}]:{} too many penalised addresses',
    'sshd turned this connection away, because its list of penalised addresses is full and it then refuses everybody (PerSourcePenalties overflow).',
    { message: 'address-penalised' },
  ),
  turned(
    ['Exceeded MaxStartups'],
    'sshd turns a client away with these words, because so many were already waiting to log in.',
  ),
  turned(
    ['Not allowed at this time'],
    'sshd turns a client away with these words, for MaxStartups, a limit of its address or a penalty.',
  ),
  turned(
    [
      'kex_exchange_identification: banner line {}: Exceeded MaxStartups',
      'kex_exchange_identification: banner line {}: Not allowed at this time',
    ],
    'The server turned this connection away before a word of SSH: so many were waiting to log in, or it penalises the address.',
    { narrow: true, by: 'ssh' },
  ),
  told(
    'beginning MaxStartups throttling',
    'sshd begins to turn connections away: as many wait to log in as MaxStartups allows.',
    { road: 'breaks', message: 'dropped-past-maxstartups' },
  ),
  told(
    'in MaxStartups throttling for {}, {n} connections dropped',
    'sshd still turns connections away (MaxStartups); the line counts how many so far.',
    { road: 'breaks', message: 'dropped-past-maxstartups' },
  ),
  told(
    'exited MaxStartups throttling after {}, {n} connections dropped',
    'sshd takes new connections again; the line says how long it turned some away (MaxStartups), and how many.',
    { message: 'dropped-past-maxstartups' },
  ),
  told(
    '{} logging rate-limited: additional {n} connections dropped',
    'sshd turned more connections away than it wrote lines for; the line counts the others.',
    { road: 'breaks' },
  ),
  told(
    [
      'srclimit_penalise: {}: new {address} {} penalty of {} seconds for {reason}',
      'srclimit_penalise: {address}: activating {} penalty of {} seconds for {reason}',
    ],
    'sshd begins to refuse this address for so many seconds, because of what its connections did (PerSourcePenalties).',
    { road: 'breaks' },
  ),
  told(
    'srclimit_penalise: {} penalty table full, cannot penalise {address} for {reason}',
    'sshd has no room left for another penalised address.',
  ),
  told(
    'srclimit_penalise: address {address} is exempt',
    'This address is never penalised (PerSourcePenaltyExemptList).',
  ),
  told('{} active {} penalties', 'sshd counts the addresses that it refuses at present.', { harmless: true }),
  told(
    ['client {address} {} ({} secs left)', 'client {address} {} (expired)'],
    'sshd lists an address that it penalises.',
    { harmless: true },
  ),
  told(
    [
      'Timeout before authentication for {address}, pid = {}{}',
      'Timeout before authentication for {address} port {port}',
      'Timeout before authentication for {address}',
    ],
    'A connection was cut off, because nobody had logged in over it when LoginGraceTime was over.',
    { step: 'auth', road: 'breaks', message: 'grace-time-over' },
  ),
  told(
    'session process {} for {} killed by signal {}{}',
    "The process that served a connection was killed by a signal; 11 is sshd's own crash, 9 comes from outside.",
    { road: 'breaks', message: 'child-crashed' },
  ),
  told(
    'session process {} for {} terminated abnormally, status=0x{}{}',
    'The process that served a connection ended in a way that it should not.',
    { road: 'breaks', message: 'child-crashed' },
  ),
  told(
    ['{}: prctl(PR_SET_SECCOMP): {reason}', 'ssh_sandbox_child: prctl(PR_SET_SECCOMP): {reason}'],
    'The kernel, or the container, does not let sshd shut its unprivileged half in, and that half ends.',
    { road: 'breaks', message: 'child-crashed' },
  ),
  told('Session process {} unpriv child crash for {}', 'The unprivileged half of a connection crashed.', {
    road: 'breaks',
    message: 'child-crashed',
  }),
  told(
    [
      '{}: preauth child terminated by signal {}',
      'privsep_preauth: preauth child terminated by signal {}',
      'mm_reap: child terminated by signal {}',
      'mm_reap: preauth child terminated by signal {}',
      'mm_reap: child terminated abnormally (status=0x{})',
      'mm_reap: preauth child terminated abnormally (status=0x{})',
    ],
    'The unprivileged half of a connection ended as it should not, killed by a signal.',
    { road: 'breaks', message: 'child-crashed' },
  ),
  port('Server listening on {address} port {port}.', 'sshd listens here.', { harmless: true, road: 'passes' }),
  port('Received SIGHUP; restarting.', 'sshd reads its configuration anew.', { harmless: true }),
  port('Received signal {}; terminating.', 'sshd was told to stop, and stops; 15 is what systemctl stop sends.'),
  port(
    "RESTART FAILED: av[0]='{path}', error: {reason}.",
    'sshd could not start its new self after SIGHUP: from now on nothing listens.',
    { road: 'breaks' },
  ),
  broken(
    'Bind to port {port} on {address} failed: {reason}.',
    'sshd cannot listen on this port; the reason is at the end of the line.',
    { message: ({ reason }) => BIND_FAILED[reason ?? ''] },
  ),
  broken('Cannot bind any address.', 'sshd can listen on none of its ports, and does not start.', {
    message: 'no-address-bound',
  }),
  broken('listen on [{address}]:{port}: {reason}', 'sshd holds the port and cannot listen on it.', {
    message: ({ reason }) => (/^Address (?:already )?in use$/.test(reason ?? '') ? 'address-in-use' : undefined),
  }),
  broken(
    'Too many listen sockets. Enlarge MAX_LISTEN_SOCKS',
    'sshd was given more addresses and ports than it can listen on.',
  ),
  broken('bad addr or host: {address} ({reason})', 'sshd cannot find the address that ListenAddress names.', {
    message: 'configuration-refused',
  }),
  broken('accept: {reason}', "sshd cannot take a new connection; the reason is the system's.", {
    step: 'banner',
    message: ({ reason }) => (reason === 'Too many open files' ? 'too-many-open-files' : undefined),
  }),
  broken('fork: {reason}', 'The system gave no new process for a connection.', {
    step: 'banner',
    message: 'fork-failed',
  }),
  broken('fork of unprivileged child failed', 'The system gave no new process for a connection.', {
    step: 'banner',
    message: 'fork-failed',
  }),
  broken(
    [
      'reexec socketpair: {reason}',
      'server_accept_loop: pipe(startup_p): {reason}',
      'socketpair: {reason}',
      'pipe(notify_pipe) failed {reason}',
    ],
    "sshd could not prepare the process for a new connection; the reason is the system's.",
    {
      step: 'banner',
      message: ({ reason }) => (reason?.startsWith('Too many open files') ? 'too-many-open-files' : undefined),
    },
  ),
  broken(
    'rexec of {path} failed: {reason}',
    'sshd could not start the program that serves a connection; after an upgrade the old listener looks for files that are gone.',
    { step: 'banner', message: 'child-crashed' },
  ),
  broken(
    'privsep_preauth: exec of {path} failed: {reason}',
    'sshd could not start the program that serves a login; after an upgrade the old listener looks for files that are gone.',
    { step: 'banner', message: 'child-crashed' },
  ),
  broken(
    '{path} does not exist or is not executable',
    'sshd does not start, because the program for its sessions is missing.',
  ),
  broken(
    ['Unable to load host key: {path}', 'Unable to load host key "{path}": {reason}'],
    'sshd cannot read this host key; with none at all it serves nobody.',
    { message: 'no-host-keys' },
  ),
  port(
    ['Could not load host key: {path}', 'Error loading host key "{path}": {reason}'],
    'sshd cannot read this host key and goes on with those it has.',
  ),
  broken('sshd: no hostkeys available -- exiting.', 'sshd has no host key that it can read, and ends.', {
    message: 'no-host-keys',
  }),
  broken(
    ['Disabling protocol version 2. Could not load host key', 'Disabling protocol version 1. Could not load host key'],
    'sshd has no host key for this version of the protocol.',
  ),
  broken(
    'Missing privilege separation directory: {path}',
    'The empty folder that sshd needs is missing, often /run/sshd after a start by hand.',
    {
      message: 'privsep-directory-unusable',
    },
  ),
  broken(
    '{path} must be owned by root and not group or world-writable.',
    "sshd's empty folder belongs to somebody else or is open to others, and sshd ends.",
    {
      message: 'privsep-directory-unusable',
    },
  ),
  broken(
    'Privilege separation user {user} does not exist',
    'The user under whom sshd serves strangers does not exist on the server.',
  ),
  broken('chroot("{path}"): {reason}', 'sshd could not shut itself or the user in the folder.', {
    message: ({ reason }) => (reason === 'No such file or directory' ? 'privsep-directory-unusable' : undefined),
  }),
  port(
    'Could not load host certificate "{path}": {reason}',
    'sshd cannot read the certificate of a host key; the key itself still serves.',
  ),
  port(
    'Could not load host certificate: {path}',
    'sshd cannot read the certificate of a host key; the key itself still serves.',
  ),
  port(
    'No matching private key for certificate: {path}',
    'sshd has a host certificate without its key, and leaves it aside.',
  ),
  port('Certificate file is not a certificate: {path}', 'HostCertificate names a file that holds no certificate.'),
  port('Public key for {path} does not match private key', 'The public half beside a host key belongs to another key.'),
  port(
    'Couldn\'t create pid file "{path}": {reason}',
    'sshd could not write its process number; it serves all the same.',
    { harmless: true },
  ),
  port('-r option is deprecated', 'sshd was started with an option that means nothing any more.', { harmless: true }),
  port('{} active startups', 'sshd counts the connections that are not logged in yet.', { harmless: true }),
  port('child {}: fd={} pid={} {}', 'sshd lists a connection that is not logged in yet.', { harmless: true }),
  broken(
    [
      'Bad port number.',
      'Extra argument {option}.',
      'Invalid login grace time.',
      'Invalid utmp length.',
      'too many ports.',
      'usage: sshd [{}',
    ],
    'sshd could not read its command line, and does not start.',
  ),
  broken("Couldn't open /dev/null: {reason}", 'The system has no /dev/null, which nearly every program needs.'),
  port('Exiting on signal {}', 'The process was told to stop, and stops.'),
  port('socket: CLOEXEC: {reason}', 'sshd could not keep a socket from its children.', { harmless: true }),
  broken('daemon() failed: {reason}', 'sshd could not go into the background.'),
  broken(
    ['sshd re-exec requires execution with an absolute path', 'sshd requires execution with an absolute path'],
    'sshd was started by a name without its folder, and ends: it needs the whole path.',
  ),
  broken(
    ['sshd-session should not be executed directly', 'sshd-auth should not be executed directly'],
    "A part of sshd was started by itself; only sshd's listener may start it.",
  ),
  broken(
    'child_register: error: accepted connection when all {} child  slots full',
    'sshd has no place left for another connection that is not logged in yet.',
  ),
  port(
    'OpenSSL version mismatch. Built against {}, you have {}',
    'OpenSSH runs with another OpenSSL than the one it was built for, and ends.',
    { road: 'breaks' },
  ),
]
