import { atLeast, type Release } from '../../openssh/release.ts'
import { defaultsOf } from '../../sshd-config/defaults.ts'
import { gradingOf } from './gradings.ts'

/** The default list of a release without what is graded as broken or weak, as it is written and what it comes to. */
export interface DefaultWithout {
  /** Undefined where nothing would be left. */
  value: string | undefined
  names: readonly string[]
}

/** Broken or weak. */
export const isPoor = (name: string): boolean => ['broken', 'weak'].includes(gradingOf(name)?.grade ?? '')

/** Nobody has anything to say against it, and it is no kind of certificate. */
const plain = (name: string): boolean => gradingOf(name) === undefined && !name.includes('-cert-')

/**
 * @param bad names that were written and must go, so that a reader sees them named; those of the default that are graded badly go as well
 */
export function listWithout(release: Release, keyword: string, bad: readonly string[]): DefaultWithout {
  const defaults = defaultsOf(release)[keyword]?.[0]?.split(',') ?? []
  const poor = (name: string) => bad.includes(name) || isPoor(name)
  const names = defaults.filter((name) => !poor(name))
  if (names.length === 0) return { value: undefined, names }
  const gone = [...new Set([...bad, ...defaults.filter(poor)])]
  // `-name` is known since 7.5, `+name` since 7.0; a name that the default has anyway adds nothing.
  if (gone.length === 0 && atLeast(release, [7, 0])) return { value: `+${names.find(plain) ?? names[0]}`, names }
  if (gone.length > 0 && atLeast(release, [7, 5])) return { value: `-${gone.join(',')}`, names }
  return { value: names.join(','), names }
}
