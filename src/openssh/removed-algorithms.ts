import { atLeast } from './release.ts'
import type { Release } from './release.ts'

/** Algorithms that OpenSSH has no more, and the release that took them out: no option brings them back there (its release notes). */
const REMOVED: readonly (readonly [RegExp, number, number])[] = [
  [/^ssh-dss(?:-cert-v01@openssh\.com)?$/, 10, 0],
  [/^(?:arcfour(?:128|256)?|blowfish-cbc|cast128-cbc|hmac-ripemd160(?:@openssh\.com|-etm@openssh\.com)?)$/, 7, 6],
]

/** Whether a release still has an algorithm, as far as it is known here to have been taken out. */
export const stillHas = (release: Release, algorithm: string): boolean =>
  REMOVED.every(([pattern, major, minor]) => !pattern.test(algorithm) || !atLeast(release, [major, minor]))
