import type { Advice } from '../../core/remedy.ts'
import type { PaceTold, StoppedBy } from '../../sshd-log/pace.ts'
import type { AcceptedAfterFailing, BySource, LogSummary } from '../../sshd-log/types.ts'
import type { Level } from '../../words/entry.ts'

/**
 * How guessing looks. `dictionary`: one address, few names, many guesses each. `spray`: one address, many names, few guesses
 * each. `single-source-flood`: one address fast or dominating enough to matter alone. `slow-distributed`: many addresses
 * with few guesses each. `own-automation`: addresses that log in regularly, or always fail as one user of a
 * private network. `silent-connections`: slots held by connections that never try to log in.
 */
export const PATTERN_KINDS = [
  'dictionary',
  'spray',
  'single-source-flood',
  'slow-distributed',
  'own-automation',
  'silent-connections',
] as const
export type PatternKind = (typeof PATTERN_KINDS)[number]

export interface Pattern {
  kind: PatternKind
  says: string
  /** Whole, the busiest first. */
  addresses: string[]
  /** Failed attempts of these addresses. */
  failures: number
  /** Different user names they tried. */
  users: number
  /** ISO 8601. */
  first: string | null
  last: string | null
}

/** Everything one address did. */
export interface Source {
  address: string
  failures: number
  accepted: number
  /** Turned away by MaxStartups, as far as lines name it: a floor wherever `drops.exact` is not about lines. */
  drops: number
  perSource: number
  penalties: number
  usersTried: number
  first: string | null
  last: string | null
  /** How fast it failed while it was at it; only where its failures have times. */
  pace?: PaceTold
}

/** What a ban by rate with its default settings would have done. */
export interface Stop {
  by: StoppedBy
  /** Addresses that it would have stopped, of how many that guess. */
  addresses: number
  of: number
  /** All failures of those addresses. */
  failures: number
}

/** Addresses of one network, /24 or /48; only where there is more than one. */
export interface Network {
  network: string
  addresses: number
  failures: number
  accepted: number
  drops: number
}

/** Dropped or penalised, and otherwise seen to log in more often than to fail. */
export interface Innocent {
  address: string
  drops: number
  penalties: number
  accepted: number
  failures: number
}

/** A login that ended a run of failures; `guessed` where the run is longer than a person mistypes. */
export type LetIn = AcceptedAfterFailing & { guessed: boolean }

/**
 * How far a trouble reaches. `server`: whoever comes. `login`: single logins or sessions, of users whom the server knows. `negotiation`: clients that offer
 * nothing this server takes. `grace`: whoever does not log in in time. `rule`: addresses that a rule of this machine refuses. `other`: an error that tells only where it happened. `unknown`: one that nobody
 * here understands. Strangers can cause the last five.
 */
export type TroubleWeight = 'server' | 'login' | 'negotiation' | 'grace' | 'rule' | 'other' | 'unknown'

/** Something that failed by the words of sshd or PAM. */
export interface Trouble {
  /** The message's name in the lexicon; null where it is not known. */
  id: string | null
  weight: TroubleWeight
  says: string | null
  level: Level | null
  /** The faults that it names or leaves open. */
  faults: string[]
  count: number
  /** ISO 8601. */
  first: string | null
  last: string | null
  /** As far as the lines name them. */
  byAddress: BySource[]
  users: string[]
  /** One of the lines, without its header. */
  text: string
  /** What the other side offers. */
  theirs?: string
}

export type AdviceId =
  | 'explain-failures'
  | 'check-logins'
  | 'fix-automation'
  | 'block-sources'
  | 'allow-list'
  | 'lower-login-grace-time'
  | 'limit-per-source'
  | 'raise-max-startups'
  | 'exempt-from-penalties'
  | 'keys-only'
  | 'log-level-verbose'

/** `failing`: sshd or PAM fails, for all or for users it knows. `quiet`: nothing to act on. `guessing`: passwords are being guessed. `turning-away`: sshd refuses connections. `let-in`: a guess may have been right. */
export type LogVerdict = 'nothing-read' | 'quiet' | 'failing' | 'guessing' | 'turning-away' | 'let-in'

export interface Findings {
  verdict: LogVerdict
  /** The answer in a sentence. */
  says: string
  /** What failed by the log's own words, the gravest first. */
  troubles: Trouble[]
  /** Whole, the most burdensome first. */
  sources: Source[]
  networks: Network[]
  patterns: Pattern[]
  stops: Stop[]
  letIn: LetIn[]
  innocents: Innocent[]
  advice: Advice<AdviceId>[]
  /** What a number means, and what cannot be known from this log. */
  cautions: string[]
}

export type { LogSummary }
