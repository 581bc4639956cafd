/**
 * The words everybody speaks. Plain JSON between the stages: whatever is named here can be saved, mailed and
 * replayed. Nothing here does anything.
 */
import type { Facts } from './facts/facts.ts'
import type { LogMessage } from './log-messages.ts'
import type { Stage } from './stage.ts'

export type {
  ClientLog,
  ConnectionEnd,
  ConnectOutcome,
  Contact,
  Facts,
  KeyFile,
  Listener,
  LoginFact,
  ServerLogFact,
  SshConfigFact,
} from './facts/facts.ts'
export { CLIENT_FAILURES, LOGIN_STEPS } from './login-facts.ts'
export type { ClientFailure, LoginStep } from './login-facts.ts'
export { STAGES } from './stage.ts'
export type { Stage } from './stage.ts'

/** Bumped when the printed JSON changes incompatibly. */
export const SCHEMA = 1
/** Bumped when a saved case changes incompatibly; older ones are still read (core/older-case.ts). */
export const CASE_SCHEMA = 2

/** What the user cannot reach. Secrets are named here (paths), never held. */
export interface Target {
  /** As the user typed it; an alias of ssh_config counts. */
  destination: string
  /** Where ssh would go, as `ssh -G` resolves it; the destination's host where ssh could not be asked. */
  host: string
  port: number
  user?: string
  /** The user's own ssh arguments in front of the destination, in order, untouched. */
  ssh: readonly string[]
  /** A remote command the user typed behind the destination. Never run by us. */
  command?: readonly string[]
}

/** From where a fact was seen: what judging may use. `via` is a label for people. */
export type Seen = 'client' | 'network' | 'inside' | 'cloud' | 'told'

/** Why there is no fact: a clock that ran out is never a refusal. */
export interface Missing {
  why: 'refused' | 'timed-out' | 'absent' | 'not-allowed' | 'not-asked'
  /** The same in words, visible form. */
  says: string
}

/** A fact that could not be had is still a fact, and moves no probability. */
export type Fact<V> = { at: string; seen: Seen; via: string } & ({ value: V } | { missing: Missing })

export type FactId = keyof Facts
export type FactSheet = { [K in FactId]?: Fact<Facts[K]> }

/** What asking costs: the user's time, connections the target sees, and the burden on a sick server (0 none to 1 a login). */
export interface Cost {
  seconds: number
  connections: number
  load: number
}

/** A named reading of the facts with a closed set of values; undefined = not known. */
export interface Sign<V extends string = string> {
  id: string
  stage: Stage
  /** It stands beside the road and tells of the surroundings: a fault silent about it expects the ordinary, however far it lets you come. */
  beside?: true
  /** What the surroundings show where nothing bears on them, and a healthy machine on the road; without it, mostly `passes`. */
  usual?: Partial<Record<V, number>>
  /** Chosen by whoever breaks a machine for a test, not by the fault: never counted by the calibration. */
  uncounted?: true
  /** Its values are faults by name, in somebody's own words: that outranks what machines mostly show. */
  names?: true
  /** The value a healthy machine shows. */
  passes: V
  /**
   * Whether it keeps the user out: true where every other value than `passes` does, else those that do. A machine on which such a
   * value was read is never called free of faults. There is no default: whoever writes a sign has to decide.
   */
  shuts: boolean | readonly V[]
  values: readonly V[]
  from: readonly FactId[]
  /** One value; several where the facts leave it open which (a bare "Connection closed"); undefined where they are mute. */
  read(facts: FactSheet): V | readonly V[] | undefined
  /** One short clause a value, for the ledger of evidence. */
  says: Record<V, string>
  /** What exactly was seen there (a path, a rule, who), visible form; stands behind the clause. */
  detail?(facts: FactSheet): string | undefined
}

/** One disease. A row that is missing is filled by the stage rule (see knowledge/likelihood.ts). */
export interface Fault {
  id: string
  stage: Stage | '—'
  /** Where on the road it shows, when that is not its own stage: a wrong key file is the client's, and shows at auth. */
  shows?: Stage
  title: string
  /** Relative weight among all faults; normalised over the book. Source in `sources`. */
  prior: number
  /** One or two sentences: what goes wrong in the machine. */
  why: string
  /** The expert's guess: value → relative likelihood; values left out share what is left. */
  likelihood: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** What a log says when it is this: the message is the name of the fault. */
  namedBy?: readonly LogMessage[]
  /** What a log says when it may be this, or another that says the same. */
  leftOpenBy?: readonly LogMessage[]
  /** It lets some attempts through: signs of later stages then read as on a healthy machine. */
  partial?: boolean
  /** What it means for the user when the login got through all the same; `degraded` unless said. */
  verdict?: 'degraded' | 'unreachable' | 'unknown'
  /** The mechanism's own causes: shown when one of the values is read. */
  becauseOf?: readonly { id: string; title: string; sign: string; values: readonly string[] }[]
  /**
   * Readings under which it cannot be this, whatever else is seen (`login-name: ['ordinary']` where only root is refused). Not for what is
   * merely unlikely, nor for what a probe may get wrong: that is a row of `likelihood`. The sentence for it stands in `excludedBy`, where
   * somebody may well suspect this fault.
   */
  impossibleWhen?: Readonly<Record<string, readonly string[]>>
  /** Said when the evidence excludes this fault; keyed by `sign=value`. */
  excludedBy?: Readonly<Record<string, string>>
  /** A more exact name of another fault, told apart only with evidence from within. */
  refines?: string
  sources: readonly string[]
}

export interface Evidence {
  sign: string
  value: string
  bits: number
  says: string
}
export interface RankedCause {
  id: string
  title: string
  stage: Stage | '—'
  probability: number
  because: Evidence[]
  becauseOf: { id: string; title: string; says: string }[]
}
export interface RuledOut {
  id: string
  title: string
  says: string
}
export type Verdict = 'reachable' | 'degraded' | 'unreachable' | 'unknown'

/** What to do next: a treatment, or the test that would decide between what is left. */
export interface Next {
  kind: 'do' | 'test'
  says: string
  command?: string
  /** For a test: the causes it would tell apart. */
  between?: string[]
}

/** A step of the road as the report shows it. */
export interface StageLine {
  name: string
  state: 'ok' | 'fail' | 'warn' | 'not-reached' | 'not-asked'
  says: string
  seconds?: number
}

/** What a pasted text answers (diagnose/text.ts). */
export const TEXT_ANSWERS = ['names-causes', 'login-works', 'step-only', 'ordinary', 'unknown-lines'] as const
export type TextAnswer = (typeof TEXT_ANSWERS)[number]

export interface Diagnosis {
  verdict: Verdict
  /** Of a pasted text that names no cause: which kind of text it is, and that in a sentence. */
  answer?: { kind: TextAnswer; says: string }
  signs: Record<string, string>
  causes: RankedCause[]
  ruledOut: RuledOut[]
  next: Next | null
  /** The test that would make the answer surer, whoever has to run it. */
  surer: Next | null
  road: StageLine[]
  notes: string[]
}

export interface Spent {
  connections: number
  seconds: number
}

/** What `--save` writes and `--from` reads: the raw evidence, and nothing concluded from it. */
export interface Case {
  schema: typeof CASE_SCHEMA
  kind: 'sshmedic-case'
  version: string
  openedAt: string
  target: Target
  facts: FactSheet
  spent: Spent
  /** The examination was cut short by the user. */
  interrupted?: boolean
}
