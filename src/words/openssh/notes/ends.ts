import type { Note } from '../note.ts'
import { notesOf } from '../note.ts'

const end = notesOf({ step: 'open' })

const who = ['authenticating user {user}', 'invalid user {user}', 'user {user}']
const each = (front: string, behind: string): string[] =>
  who.map((one) => `${front} ${one} {address} port {port}${behind}`)

/** How connections end: whose words and at which step the line alone seldom tells. packet.c, serverloop.c, sshd.c. */
export const ENDS: readonly Note[] = [
  end(
    ['Connection closed by {address}', 'Connection closed by {address} port {port}'],
    'The other side closed the connection.',
  ),
  end(
    ['Connection reset by {address}', 'Connection reset by {address} port {port}'],
    'The connection was reset from the other side or on the way.',
  ),
  end(
    each('Connection closed by', ''),
    'The other side closed the connection while this user was about to log in, or was logged in.',
    { narrow: true, by: 'sshd', step: 'auth' },
  ),
  end(each('Connection reset by', ''), 'The connection of this user was reset from the other side or on the way.', {
    narrow: true,
    by: 'sshd',
    step: 'auth',
  }),
  end(
    ['Disconnected from {address}', 'Disconnected from {address} port {port}'],
    'The connection ended as the other side had announced.',
  ),
  end(each('Disconnected from', ''), "This user's connection ended as its client had announced.", {
    narrow: true,
    by: 'sshd',
  }),
  end(
    [
      'Received disconnect from {address} port {port}:{}: {reason}',
      'Received disconnect from {address}: {}: {reason}',
      'Received disconnect from {address} port {port}: {reason}',
      'Received disconnect from {address}: {reason}',
    ],
    'The other side ended the connection; its reason is at the end of the line, 11 is an ordinary goodbye.',
  ),
  end(
    ['Disconnecting {address}: {reason}', 'Disconnecting: {reason}'],
    'This side ends the connection; the reason is at the end of the line.',
    { road: 'breaks' },
  ),
  end(
    [
      ...each('Disconnecting', ': Too many authentication failures'),
      'Disconnecting: Too many authentication failures for {user}',
    ],
    'sshd ends the connection after as many tries as MaxAuthTries allows; each key that a client offers is one.',
    { narrow: true, by: 'sshd', step: 'auth', road: 'breaks' },
  ),
  end(
    [
      'maximum authentication attempts exceeded for {user} from {address} port {port} ssh2',
      'Too many authentication failures',
    ],
    'sshd ends the connection after as many tries as MaxAuthTries allows; each key that a client offers is one.',
    {
      step: 'auth',
      road: 'breaks',
      message: ({ user = '' }) => (user.startsWith('invalid user ') ? undefined : 'too-many-attempts'),
    },
  ),
  end(
    each('Disconnecting', ': Change of username or service not allowed: {}'),
    'The client changed the user in the middle of a login, which sshd does not allow.',
    { narrow: true, by: 'sshd', step: 'auth', road: 'breaks' },
  ),
  end(
    'Change of username or service not allowed: ({},{}) -> ({},{})',
    'The client changed the user in the middle of a login, which sshd does not allow.',
    { step: 'auth', road: 'breaks' },
  ),
  end(
    [
      'Connection {} {address} timed out',
      'Connection {} {address} port {port} timed out',
      'Connection to {address} timed out while waiting to read',
      'Connection to {address} timed out while waiting to write',
    ],
    'The other side did not answer any more.',
    { road: 'breaks' },
  ),
  end(
    ['Timeout, client not responding from {address}', 'Timeout, client not responding.'],
    'The client did not answer ClientAliveInterval, and sshd ended the session.',
    { step: 'session', road: 'breaks' },
  ),
  end(
    'terminating inactive connection from {address}',
    'sshd ended a connection over which nothing was open any more (UnusedConnectionTimeout).',
    { step: 'session' },
  ),
  end(
    ['Read error from remote host {address} port {port}: {reason}', 'Read error from remote host {address}: {reason}'],
    "The connection of a session broke; the reason is the system's.",
    { step: 'session', road: 'breaks' },
  ),
  end('Closing connection to {address} port {port}', 'sshd closes the connection after its session.', {
    harmless: true,
    step: 'session',
  }),
  end('Transferred: sent {}, received {} bytes', 'The line counts what went over the connection.', {
    harmless: true,
    step: 'session',
  }),
  end(
    [
      'Connection from {address} port {port}',
      'Connection from {address} port {port} on {} port {}',
      'Connection from {address} port {port} on {} port {}{}',
    ],
    'Somebody opened a connection to sshd.',
    { harmless: true, step: 'banner' },
  ),
  end(
    'administratively prohibited connection for {user} from {address} port {port}',
    'A Match block of sshd_config refuses this connection (RefuseConnection).',
    { step: 'auth', road: 'breaks' },
  ),
  end(
    'Connection from {address} port {port} with IP opts: {}',
    'The connection came with IP options that tell its way, and sshd refuses those.',
    { road: 'breaks', step: 'banner' },
  ),
  end('cleanup_exit: kill({}): {reason}', 'sshd could not end its other half; it had ended already.', {
    harmless: true,
  }),
]
