import { named } from './message-origin.ts'
import type { MessageReader } from './message-reader.ts'

/** What sshd says of itself. */
export const DAEMON: readonly MessageReader[] = [
  ['Received signal ', (m) => (m.includes('terminating') ? { kind: 'terminating' } : undefined)],
  ['Received SIGHUP; restarting', () => ({ kind: 'restarting' })],
  ['Server listening on ', (m) => named('listening', m, /^Server listening on (?<address>\S+) port (?<port>\d{1,5})/)],
  ['Bind to port ', () => ({ kind: 'bind-failed' })],
  ['Cannot bind any address', () => ({ kind: 'bind-failed' })],
  ['accept: ', (m) => ({ kind: 'accept-failed', reason: m.slice(8) })],
  ['fork: ', (m) => ({ kind: 'fork-failed', reason: m.slice(6) })],
  ['rexec of ', (m) => ({ kind: 'exec-failed', reason: m })],
  ['privsep_preauth: exec of ', (m) => ({ kind: 'exec-failed', reason: m })],
  ['Unable to load host key', (m) => ({ kind: 'no-host-keys', reason: m })],
  ['sshd: no hostkeys available', (m) => ({ kind: 'no-host-keys', reason: m })],
  ['no hostkeys available', (m) => ({ kind: 'no-host-keys', reason: m })],
  ['Missing privilege separation directory', (m) => ({ kind: 'privsep-directory-missing', reason: m })],
  ['/etc/ssh/', (m) => (/ line \d+: /.test(m) ? { kind: 'config-error', reason: m } : undefined)],
  ['mm_reap: ', (m) => ({ kind: 'child-ended', reason: m })],
  [
    'session process ',
    (m) =>
      named(
        'child-ended',
        m,
        /^(?<reason>session process \d+ for connection from (?<address>\S+) to .* killed by .*)$/,
      ),
  ],
]
