import type { Generation } from '../../sshd-log/types.ts'

/** Oldest first, each with its first and its last release as major × 100 + minor. */
const SPANS: readonly (readonly [Generation, number, number])[] = [
  ['≤7.3', 0, 703],
  ['7.4–8.3', 704, 803],
  ['≤8.3', 0, 803],
  ['≤9.7', 0, 907],
  ['8.4–9.7', 804, 907],
  ['9.8–9.9', 908, 909],
  ['≥9.8', 908, Infinity],
  ['≥10.0', 1000, Infinity],
]

/**
 * Whether the sshd that wrote the newest of these knows something that came with `release` (major × 100 + minor). After an
 * upgrade in the middle of a log the newest is the one that runs. `perhaps` where the log cannot tell.
 */
export function knows(releases: readonly Generation[], release: number): 'yes' | 'no' | 'perhaps' {
  const newest = SPANS.findLast(([generation]) => releases.includes(generation))
  if (!newest) return 'perhaps'
  const [, first, last] = newest
  if (first >= release) return 'yes'
  return last < release ? 'no' : 'perhaps'
}
