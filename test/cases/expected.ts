import type { Verdict } from '../../src/core/types.ts'

/** What a golden case has to read as; stands beside it as <name>.expected.ts. */
export interface Expected {
  verdict: Verdict
  /** The first cause; none where the host is reachable. */
  first?: string
  /** Its probability is at least this. */
  sure?: number
  /** Must be listed, at whatever rank. */
  among?: string[]
  becauseOf?: string[]
  /** Must be ruled out, with a sentence that fits. */
  ruledOut?: Record<string, RegExp>
  /** Parts of the one command or sentence that comes next. */
  next?: RegExp
  /** A fault of the book this case waits for. */
  todo?: string
}
