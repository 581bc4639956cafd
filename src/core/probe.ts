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
  /**
   * Asked before every connection the target can see; waits its turn, false where the budget is spent. The user's own `login` is
   * counted and never refused; connections to other ports cost nothing.
   */
  connection(kind: 'target' | 'login' | 'other'): Promise<boolean>
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
  /**
   * The signs the next-best test weighs it by, where they are not yet read. Left out: from within, every sign that reads its
   * fact; elsewhere a plan asks it at a moment of its own, whatever it would tell.
   */
  decides?: readonly string[]
  /** From within, it is asked before the others: they build on what it sees, or that passes quickly. */
  early?: true
  /** Facts from within that it reads, beside those of early probes: they are asked before it. */
  buildsOn?: readonly FactId[]
  /** What it sees passes quickly: it is asked once more when the login was turned away, and the fuller answer stands. */
  passing?: true
  /** It is asked when our own login is over, which is to stand in what it reads. */
  afterLogin?: true
  /** It may show why everything there is slow: on a slow host it is asked before the others, and however sure the cause. */
  tellsOfSlowness?: true
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
