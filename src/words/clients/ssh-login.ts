import type { Entry } from '../entry.ts'
import type { Finding } from '../finding.ts'
import { is, peer } from '../finding.ts'
import { said } from '../said.ts'

const auth = said({ by: 'ssh', level: 'fatal', step: 'auth', road: 'breaks', source: 'OpenSSH 10.5, sshconnect2.c' })
const ends = said({ by: 'ssh', level: 'fatal', road: 'breaks', source: 'OpenSSH 10.5, packet.c sshpkt_vfatal' })

const words = (list: string): string[] => list.split(',').filter((one) => one !== '')

/** SSH_MSG_DISCONNECT of the peer (RFC 4253 11.1), by code and text. */
function disconnected(m: RegExpExecArray): Finding {
  const text = m[3] ?? ''
  const address = peer('disconnected', m)
  if (/Too many authentication failures/i.test(text)) return { ...address, failure: 'too-many-failures' }
  if (/No supported authentication methods|no more authentication methods/i.test(text))
    return { ...address, failure: 'permission-denied' }
  // 3 is SSH_DISCONNECT_KEY_EXCHANGE_FAILED, 8 an unsupported protocol version.
  if (m[2] === '3' || /no matching|no common/i.test(text)) return { ...address, failure: 'no-common-algorithm' }
  if (m[2] === '8') return { ...address, failure: 'protocol-mismatch' }
  return address
}

const timedOut = (text: string | undefined): boolean => /timed out/i.test(text ?? '')

/** OpenSSH's client, at the login, and the ways in which a connection ends that no step names. */
export const ENTRIES: readonly Entry[] = [
  auth(
    'ssh-permission-denied',
    /^(?:\S.{0,300}@[^\s@]{1,300}: )?Permission denied \(((?:[a-z][\w@.-]{1,60}(?:,[a-z][\w@.-]{1,60}){0,20})?)\)\.?$/,
    'The server refused every way to log in that ssh had; the list says what it still offers.',
    { ends: (m) => ({ failure: 'permission-denied', methods: words(m[1] ?? '') }) },
  ),
  auth('ssh-permission-denied-again', /^Permission denied, please try again\./, 'The server refused the password.', {
    level: 'error',
    ends: is('permission-denied', { weak: true }),
  }),
  auth('ssh-authentication-failed', /^Authentication failed\.$/, 'The login failed.', {
    ends: is('permission-denied'),
  }),
  ends(
    'ssh-received-disconnect',
    /^Received disconnect from (\S{1,100})(?: port \d{1,5}:|: ?)(\d{1,4}): ?(.{0,600})$/,
    'The server ended the connection and said why.',
    { level: 'error', source: 'OpenSSH 10.5, packet.c ssh_packet_read_poll_seqnr', ends: disconnected },
  ),
  auth(
    'ssh-too-many-failures',
    /^(?:Disconnected.{0,10}|\S{1,100}: )?Too many authentication failures(?: for .{1,200})?$/,
    'The server ended the login after too many attempts; every key that is offered counts.',
    { ends: is('too-many-failures') },
  ),
  ends(
    'ssh-disconnected',
    /^Disconnected from (?!(?:invalid |authenticating )?user )(?:.{1,200} )?(\S{1,100}) port \d{1,5}$/,
    'The server ended the connection; the line in front says why.',
    { level: 'info', since: '6.8', ends: (m) => peer('disconnected', m, { echo: true }) },
  ),

  ends(
    'ssh-closed',
    /^Connection closed by (?!(?:invalid |authenticating )?user )(?:.{1,200} )?(\S{1,100}) port \d{1,5}$/,
    'The server closed the connection.',
    {
      since: '7.2',
      ends: (m) => peer('closed', m),
    },
  ),
  ends(
    'ssh-reset',
    /^Connection reset by (?!(?:invalid |authenticating )?user )(?:.{1,200} )?(\S{1,100}) port \d{1,5}$/,
    'The connection was reset.',
    {
      since: '7.2',
      ends: (m) => peer('reset', m),
    },
  ),
  // up to 7.1, without the port
  ends('ssh-closed-old', /^Connection closed by ([\da-fA-F.:]{3,60}|UNKNOWN)$/, 'The server closed the connection.', {
    until: '7.1',
    ends: (m) => peer('closed', m),
  }),
  ends('ssh-reset-old', /^Connection reset by ([\da-fA-F.:]{3,60}|UNKNOWN)$/, 'The connection was reset.', {
    until: '7.1',
    ends: (m) => peer('reset', m),
  }),
  ends('ssh-timed-out', /^Connection to (\S{1,100}) port \d{1,5} timed out$/, 'The server did not answer any more.', {
    since: '7.2',
    ends: (m) => peer('timed-out', m),
  }),
  ends(
    'ssh-timed-out-waiting',
    /^Connection to (\S{1,100}) timed out while waiting to (?:read|write)/,
    'The server did not answer any more.',
    { until: '7.1', source: 'OpenSSH 6.6, packet.c packet_read_seqnr', ends: (m) => peer('timed-out', m) },
  ),
  ends('ssh-read-from-socket', /^Read from socket failed: (.{1,100})$/, 'The connection broke.', {
    until: '7.1',
    source: 'OpenSSH 6.6, packet.c packet_read_seqnr',
    ends: (m) => ({ failure: timedOut(m[1]) ? 'timed-out' : 'reset' }),
  }),
  ends('ssh-write-failed', /^Write failed: /, 'The connection broke.', {
    until: '7.1',
    source: 'OpenSSH 6.6, packet.c packet_write_poll',
    ends: is('pipe'),
  }),
  ends(
    'ssh-packet-write-wait',
    /^packet_write_wait: Connection to (\S{1,100}) port \d{1,5}: (.{1,100})$/,
    'The connection broke while ssh was sending.',
    {
      until: '8.2',
      source: 'OpenSSH 7.4, packet.c ssh_packet_write_wait',
      ends: (m) => peer(timedOut(m[2]) ? 'timed-out' : 'pipe', m),
    },
  ),
  ends('ssh-packet-write', /^packet_write_(?:wait|poll): /, 'The connection broke while ssh was sending.', {
    until: '8.2',
    source: 'OpenSSH 7.4, packet.c ssh_packet_write_poll',
    ends: is('pipe'),
  }),
]
