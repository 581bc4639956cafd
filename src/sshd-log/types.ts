import type { PaceTold } from './pace.ts'

/**
 * What a line of sshd's log can be. Closed; the names say what happened, not why. openssh.md 5.1 has a real example of
 * each with the releases that write it.
 */
export const LINE_KINDS = [
  // Authentication.
  'failed',
  'failed-none',
  'invalid-user',
  'not-allowed',
  'root-refused',
  'max-attempts',
  'accepted',
  'accepted-key',
  'partial',
  'postponed',
  'pam-failure',
  'pam-error',
  'pam-denied',
  'key-file-refused',
  'key-file-unreadable',
  'signature-algorithm',
  'reverse-dns',
  // The life of a connection.
  'connection',
  'closed',
  'reset',
  'disconnected',
  'received-disconnect',
  'disconnecting',
  'client-timeout',
  'inactive',
  'session-opened',
  'session-closed',
  'no-more-sessions',
  'chroot-refused',
  'grace-timeout',
  // Before and in the key exchange.
  'no-identification',
  'bad-identification',
  'kex-identification',
  'banner-exchange',
  'protocol-mismatch',
  'no-common-algorithm',
  'bad-packet',
  'dispatch-error',
  // Turned away.
  'drop',
  'drop-per-source',
  'drop-penalty',
  'throttling-begins',
  'throttling-continues',
  'throttling-ends',
  'drops-suppressed',
  'penalty-drops-suppressed',
  'penalty',
  'penalty-table-full',
  'refused',
  // The daemon itself.
  'listening',
  'restarting',
  'terminating',
  'bind-failed',
  'accept-failed',
  'fork-failed',
  'exec-failed',
  'no-host-keys',
  'privsep-directory-missing',
  'config-error',
  'child-ended',
  // A line of sshd's that is none of these.
  'other',
] as const
export type LineKind = (typeof LINE_KINDS)[number]

/** One line of sshd's, as understood. A name or address is the stranger's own text: `visible()` before it is shown. */
export interface LogLine {
  /** From 1, over all that was read. */
  line: number
  kind: LineKind
  /** Milliseconds since the epoch; undefined where the line carries no time. */
  at?: number
  address?: string
  port?: number
  user?: string
  /** `password`, `publickey`, `keyboard-interactive/pam`, … */
  method?: string
  /** How many events this one line stands for; 1 where left out (`message repeated 5 times` → 5). */
  count?: number
  /** False where `count` is known to be a floor. */
  exact?: boolean
  pid?: number
  /** `sshd`, `sshd-session`, … */
  tag?: string
  /** Connections pending before this one (`#N`) of a drop; seconds of a penalty; the reason sshd gives. */
  pending?: number
  seconds?: number
  reason?: string
  /** The host the header names; two daemons of one log are told apart by it and the pid. */
  host?: string
  /** Told by the child before authentication (`[preauth]`). */
  preauth?: true
  /** What sshd calls the user of the line: unknown (or not allowed), not yet authenticated, logged in. */
  account?: 'invalid' | 'authenticating' | 'user'
}

export interface BySource {
  address: string
  count: number
}

export interface SourceActivity extends BySource {
  /** Every user name it tried; ISO 8601 times. */
  users: string[]
  first: string | null
  last: string | null
  /** Of failures that have a time: how fast they came, and what would have stopped them. */
  pace?: PaceTold
}

/** One stretch in which sshd turned people away. */
export interface Episode {
  start: string | null
  /** Null where the log does not show it: it was not over yet, or its last line is missing. */
  end: string | null
  dropped: number
  /** False: at least so many (openssh.md 1.3). */
  exact: boolean
  /** The most connections seen pending (`#N`); null where no line said. */
  peak: number | null
}

/**
 * Which generation of sshd wrote a stretch of log, by what only it can write. The two coarse ones stand only where the log has
 * nothing that tells more (`≥9.8`: lines of `sshd-session`; `≤9.7`: a login's lines tagged `sshd`; `≤8.3`: what 8.0 has dropped).
 */
export type Generation = '≤7.3' | '7.4–8.3' | '8.4–9.7' | '9.8–9.9' | '≥10.0' | '≤8.3' | '≤9.7' | '≥9.8'

/** An address that was let in after failing: the longest run of failures that an accepted login ended. */
export interface AcceptedAfterFailing {
  address: string
  user: string
  /** ISO 8601, of the login. */
  at: string | null
  /** Failed attempts of this address since its login before. */
  failures: number
}

/** One minute in which something happened; `at` is its begin, ISO 8601. */
export interface TimelineMinute {
  at: string
  failures: number
  accepted: number
  /** Connections turned away by MaxStartups at this minute, as far as lines say so; an episode's total stands at its end. */
  drops: number
}

/** Something that sshd, or PAM for it, says failed: lines of the same words, names and numbers apart. */
export interface Complaint {
  /** The first of these lines, without its header and cut where it is long; a stranger's words may stand in it. */
  text: string
  kind: LineKind
  /** As the line shows it; null where it shows none. */
  level: 'error' | 'fatal' | null
  count: number
  /** ISO 8601. */
  first: string | null
  last: string | null
  byAddress: BySource[]
  /** Users the lines name, in alphabetical order. */
  users: string[]
}

/** What a whole log says; `--json` prints it with what is concluded from it. Sorted by count, whole. */
export interface LogSummary {
  lines: number
  /** Lines that are sshd's. */
  recognised: number
  first: string | null
  last: string | null
  /** `toldBy`: no line of sshd's own tells of a failure, and these are what its PAM modules told. */
  failures: { total: number; byAddress: SourceActivity[]; toldBy?: 'pam' }
  accepted: { total: number; byAddress: SourceActivity[] }
  drops: { total: number; exact: boolean; byAddress: BySource[] }
  /** Connections refused because of a penalty; `imposed` counts the lines that announce one (srclimit_penalise). */
  penalties: { total: number; exact?: boolean; byAddress: BySource[]; imposed?: number }
  /** Dropped below `begin`: PerSourceMaxStartups, not the global limit (openssh.md 1.3). Not in `drops`. */
  perSource?: { total: number; byAddress: BySource[] }
  /** Longest run first. */
  acceptedAfterFailing?: AcceptedAfterFailing[]
  /** By minute, in order, only minutes in which something happened. */
  timeline?: TimelineMinute[]
  /** How many user names were tried in all (failed attempts). */
  usersTried?: number
  episodes: Episode[]
  releases: Generation[]
  /** How the times were read: the year assumed for lines that carry none, and the zone. */
  time: { year: number | null; zone: string; rollovers: number }
  /** What failed by sshd's own words, the most frequent first; what strangers cause (a wrong password, a handshake broken off) is not here. */
  complaints?: Complaint[]
  /** Lines by kind. */
  kinds: Partial<Record<LineKind, number>>
}
