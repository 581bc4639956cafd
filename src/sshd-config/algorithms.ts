import { ALGORITHMS, OLD_KEYS } from './algorithm-lists.ts'
import { hasFinalSntrup } from './default-algorithms.ts'
import { matchPattern, matchPatternList } from '../openssh/patterns.ts'
import { atLeast, type Release } from '../openssh/release.ts'

/** Lists of algorithms: kex.c kex_assemble_names, match.c match_filter_*, sshkey.c sshkey_names_valid2; 9.2 to 10.5. */

export type AlgorithmKind = 'ciphers' | 'macs' | 'kex' | 'key' | 'sig'

/** Every algorithm a release was built with, in its own order (`ssh -Q`). */
function allAlgorithms(kind: AlgorithmKind, release: Release): readonly string[] {
  const old = (kind === 'key' || kind === 'sig') && !atLeast(release, [9, 2])
  const all = old ? OLD_KEYS[kind] : ALGORITHMS[kind]
  return all
    .filter(({ since, until }) => (!since || atLeast(release, since)) && (!until || !atLeast(release, until)))
    .map(({ name }) => name)
    .filter((name) => name !== 'sntrup761x25519-sha512' || hasFinalSntrup(release))
}

/** The names up to the first empty one, where sshd stops looking. */
export function beforeEmpty(list: string): string[] {
  const names = list.split(',')
  const end = names.indexOf('')
  return end < 0 ? names : names.slice(0, end)
}

/** Every name of the comma list is one this release knows (wildcards for key types alone). */
export function namesValid(list: string, kind: AlgorithmKind, release: Release): boolean {
  if (list === '') return false
  const all = allAlgorithms(kind, release)
  if (kind !== 'key' && kind !== 'sig') return beforeEmpty(list).every((name) => all.includes(name))
  const known = all
  return beforeEmpty(list).every((name) => known.includes(name) || known.some((k) => matchPatternList(k, name) !== 0))
}

/**
 * What sshd makes of a list with `+`, `-` or `^` before it, against its default. Undefined where nothing is left, or a
 * negated pattern stands in it: sshd does not start then. What stands outside of Match is assembled `twice`, once for the
 * server and once for the connection, and an empty list is the default to it; a block's own is assembled `once`.
 */
export function assemble(
  list: string,
  defaults: string,
  kind: AlgorithmKind,
  release: Release,
  times: 'once' | 'twice',
): string | undefined {
  const all = allAlgorithms(kind, release)
  if (list.startsWith('-')) {
    const left = defaults.split(',').filter((name) => matchPatternList(name, list.slice(1)) !== 1)
    return left.length === 0 && times === 'twice' ? defaults : left.join(',')
  }
  let wanted = list
  if (list.startsWith('+')) wanted = join(defaults, list.slice(1))
  else if (list.startsWith('^')) wanted = join(list.slice(1), defaults)
  let out = ''
  for (const pattern of wanted.split(',')) {
    if (pattern.startsWith('!')) return undefined
    out = join(out, all.filter((name) => matchPattern(name, pattern)).join(','))
  }
  return out === '' ? undefined : out
}

/** kex_names_cat: the names of the second that the first has not. */
function join(a: string, b: string): string {
  const names = a === '' ? [] : a.split(',')
  for (const name of b === '' ? [] : b.split(',')) if (!names.includes(name)) names.push(name)
  return names.join(',')
}
