import type { Access } from './access.ts'
import type { Cost, FactId, Facts, FactSheet, LoginStep, Missing, Target } from './types.ts'

/** Where and how a probe may look. Everything with a lifetime or a clock is handed in by the medic. */
export interface ProbeContext {
  target: Target
  facts: FactSheet
  /** The way in, for probes that need a shell. */
  access?: Access
  /** The address the user comes from, as the server would see it, where known. */
  from?: string
  /** Ends the probe early; what was seen until then is its answer. */
  signal: AbortSignal
  /** Asked before every connection the target can see; waits its turn, false where the budget is spent. */
  connection(kind: 'target' | 'other'): Promise<boolean>
  /** A word for the live line. */
  progress(text: string): void
  /** A step of the login was seen, with the line that showed it. */
  step(step: LoginStep, line: string): void
  /** How patient to be: 1 is the default, `--timeout` scales it. */
  patience: number
}

/** One question, one fact. `run` never throws for what the world does; a fact it cannot have is an `Unanswered`. */
export interface Probe<K extends FactId = FactId> {
  id: K
  needs: 'network' | 'shell' | 'cloud' | 'nothing'
  /** Its question in the user's words, for the live line and for "to be surer". */
  asks: string
  cost: Cost
  /** The signs it can decide; the next-best test weighs it by the first that is still unread. */
  decides: readonly string[]
  /** It asks once more what was asked before: signs already read may read otherwise afterwards. */
  repeats?: true
  /** Whether the question makes sense with what is known; a probe that does not apply is never asked. */
  applies(facts: FactSheet, target: Target): boolean
  run(context: ProbeContext): Promise<Facts[K]>
}

/** Thrown by a probe that could not have its fact: why, and in words. */
export class Unanswered extends Error {
  override name = 'Unanswered'
  readonly why: Missing['why']

  constructor(why: Missing['why'], says: string) {
    super(says)
    this.why = why
  }

  get missing(): Missing {
    return { why: this.why, says: this.message }
  }
}

/** The value of a fact, or undefined where it was not asked or could not be had. */
export function known<K extends FactId>(facts: FactSheet, id: K): Facts[K] | undefined {
  const fact = facts[id]
  return fact && 'value' in fact ? (fact.value as Facts[K]) : undefined
}
