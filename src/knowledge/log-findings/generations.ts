import { compareReleases, type Since } from '../../openssh/release.ts'
import type { Generation } from '../../sshd-log/types.ts'

const NEVER: Since = [0, 0]
const OPEN: Since = [Infinity, 0]
/** Oldest first, each with its first release and the first that is none of it. */
const SPANS: readonly (readonly [Generation, Since, Since])[] = [
  ['≤7.3', NEVER, [7, 4]],
  ['7.4–8.3', [7, 4], [8, 4]],
  ['≤8.3', NEVER, [8, 4]],
  ['≤9.7', NEVER, [9, 8]],
  ['8.4–9.7', [8, 4], [9, 8]],
  ['9.8–9.9', [9, 8], [10, 0]],
  ['≥9.8', [9, 8], OPEN],
  ['≥10.0', [10, 0], OPEN],
]

/**
 * Whether the sshd that wrote the newest of these knows something that came with `since`. After an upgrade in the middle of a log the newest is the one that runs. `perhaps` where the log cannot tell.
 */
export function knows(releases: readonly Generation[], since: Since): 'yes' | 'no' | 'perhaps' {
  const newest = SPANS.findLast(([generation]) => releases.includes(generation))
  if (!newest) return 'perhaps'
  const [, first, after] = newest
  if (compareReleases(first, since) >= 0) return 'yes'
  return compareReleases(after, since) <= 0 ? 'no' : 'perhaps'
}
