import { AssertionError } from 'node:assert/strict'

/**
 * What a completeness test of the book says: what is wrong, and what whoever wrote the unit does now. A newcomer reads nothing but these
 * sentences, so each names the file and what to put there.
 */
export function must(ok: unknown, wrong: string, todo: string): asserts ok {
  if (!ok) throw new AssertionError({ message: `${wrong}\n  do this: ${todo}`, stackStartFn: must })
}

/** Checks every unit and fails with all that is to be done, not with the first of it. */
export function forEach<T>(units: Iterable<T>, check: (unit: T) => void): void {
  const wrong: string[] = []
  for (const unit of units) {
    try {
      check(unit)
    } catch (error) {
      if (!(error instanceof AssertionError)) throw error
      wrong.push(error.message)
    }
  }
  if (wrong.length > 0) throw new AssertionError({ message: wrong.join('\n'), stackStartFn: forEach })
}
