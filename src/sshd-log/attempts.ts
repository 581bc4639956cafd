import type { SourceCounter } from './sources.ts'
import type { LogLine } from './types.ts'

/** So many connections are remembered at least, and twice as many at most; the oldest are let go. */
const REMEMBERED = 4096

/** Attempts told by a `PAM:` line that a `Failed` may tell again, by connection; what `young` held when it was full is `old`. */
export interface Pending {
  young: Map<string, number>
  old: Map<string, number>
  /** Whether one was told by a client's name for its address. */
  named: boolean
}

export interface Attempts {
  add(line: LogLine): void
  /** `PAM:` lines that no `Failed` has followed yet, and those `Failed` that followed none. */
  pending: Pending
  orphans: LogLine[]
  /** A `Failed` that followed none. */
  orphan(line: LogLine, times: number): void
}

/** What two tellings of one attempt have in common. */
export const connectionOf = ({ pid, address, user }: Pick<LogLine, 'pid' | 'address' | 'user'>): string =>
  `${pid ?? ''} ${address ?? ''} ${user ?? ''}`

const NUMBERS = /^[\d.]+$|:/
const ANY = '?'

/** With UseDNS the `PAM:` line alone has the client's name for its address; the process is the same, so any address will do. */
function toldAs(connection: string): string {
  const [pid, address] = connection.split(' ', 2)
  return pid === '' || NUMBERS.test(address!) ? connection : byAnyName(connection)
}

function byAnyName(connection: string): string {
  const space = connection.indexOf(' ')
  return `${connection.slice(0, space)} ${ANY}${connection.slice(connection.indexOf(' ', space + 1))}`
}

/**
 * What counts as a failed attempt.
 *
 * One `Failed <method> for …` is one, whichever method, `none` left out (the question which methods there are). One more: keyboard-interactive over PAM
 * writes `error: PAM: Authentication failure for U from A` at once, but its `Failed keyboard-interactive/pam` only for users that do not exist and from
 * the third failure on (auth.c auth_log: INFO from MaxAuthTries/2); so each `PAM:` line is an attempt and the `Failed keyboard-interactive` that follows
 * it in the same process is the same one.
 *
 * Not attempts: `pam_unix … authentication failure` (always beside one of the two), `Invalid user`, `User … not allowed`, `maximum authentication
 * attempts`, and connections that end before authentication. So a scanner on a key-only server, of which the log has `Invalid user` and `Connection
 * closed by invalid user` alone, shows in `kinds`, not in the failures; and a valid user's refused keys are not in a log at the default level at all.
 */
export function newAttempts(to: SourceCounter): Attempts {
  const pending: Pending = { young: new Map(), old: new Map(), named: false }
  const orphans: LogLine[] = []
  const orphan = (line: LogLine, times: number): void => {
    if (orphans.length < REMEMBERED) orphans.push({ ...line, count: times })
  }
  return {
    pending,
    orphans,
    orphan,
    add(line) {
      const at = line.at ?? NaN
      const times = line.count ?? 1
      if (line.kind === 'accepted') to.accepted(line.address ?? 'UNKNOWN', line.user ?? '', at, times)
      if (line.kind === 'pam-error' && line.address !== undefined) {
        to.failed(line.address, line.user ?? '', at, times)
        remember(pending, connectionOf(line), times)
      }
      if (line.kind !== 'failed') return
      let left = times
      if (line.method?.startsWith('keyboard-interactive')) left = settle(pending, connectionOf(line), times)
      if (left > 0) to.failed(line.address ?? 'UNKNOWN', line.user ?? '', at, left)
      if (left > 0 && line.method?.startsWith('keyboard-interactive')) {
        orphan(line, left)
      }
    },
  }
}

export function remember(pending: Pending, connection: string, times: number): void {
  const key = toldAs(connection)
  pending.named ||= key !== connection
  rememberAs(pending, key, times)
}

/** The same of a connection whose address is known to be in numbers. */
export function rememberAs(pending: Pending, key: string, times: number): void {
  pending.young.set(key, (pending.young.get(key) ?? 0) + times)
  if (pending.young.size < REMEMBERED) return
  pending.old = pending.young
  pending.young = new Map()
}

/** How many of these attempts no `PAM:` line has told already. */
export function settle(pending: Pending, key: string, times: number): number {
  let left = times
  for (const told of [pending.old, pending.young]) {
    for (const spelled of pending.named ? [key, byAnyName(key)] : [key]) {
      const n = told.get(spelled)
      if (n === undefined) continue
      if (n > left) told.set(spelled, n - left)
      else told.delete(spelled)
      left -= Math.min(n, left)
      if (left === 0) return 0
    }
  }
  return left
}
