import { outsideFaults } from './from-outside.ts'
import { answerOf } from './run.ts'
import type { Run } from './run.ts'

/** Ids that count as right for a run: the fault's own, and those nobody could tell from it outside (each with its reason). */
export function rightFor(run: Run): Set<string> {
  const fault = outsideFaults.find(({ id }) => id === run.fault)
  const alike = Object.entries(fault?.alsoRight ?? {}).filter(([, why]) => {
    if (typeof why === 'string') return true
    return (why.variants?.includes(run.variant) ?? true) && (why.releases?.includes(run.release) ?? true)
  })
  return new Set([run.fault, ...alike.map(([id]) => id)])
}

export const isRight = (run: Run): boolean => rightFor(run).has(answerOf(run))

/** The right answer stands among the first `n`. */
export function isAmong(run: Run, n: number): boolean {
  const right = rightFor(run)
  return isRight(run) || run.document.causes.slice(0, n).some(({ id }) => right.has(id))
}

/** How sure the answer was: what is left of an ambiguity nobody can resolve from outside counts for the group. */
export function confidenceOf(run: Run): number {
  if (run.document.verdict === 'reachable') return 1
  const right = rightFor(run)
  const [first] = run.document.causes
  if (!first) return 0
  // Where the first answer is one of a group that looks the same from outside, the claim is the group's.
  return right.has(first.id)
    ? run.document.causes.filter(({ id }) => right.has(id)).reduce((sum, { probability }) => sum + probability, 0)
    : first.probability
}

/** Expected calibration error over ten bins of confidence (Naeini et al., 2015). */
export function calibrationError(runs: readonly Run[]): number {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, sure: 0, right: 0 }))
  for (const run of runs) {
    const sure = confidenceOf(run)
    const bin = bins[Math.min(9, Math.floor(sure * 10))]!
    bin.n++
    bin.sure += sure
    bin.right += isRight(run) ? 1 : 0
  }
  return bins.reduce(
    (sum, { n, sure, right }) => (n > 0 ? sum + (n / runs.length) * Math.abs(sure / n - right / n) : sum),
    0,
  )
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
