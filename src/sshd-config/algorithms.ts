import { ALGORITHMS, OLD_KEYS } from './algorithm-lists.ts'
import { hasFinalSntrup } from './default-algorithms.ts'
import { GSS_KEX_NAMES } from './defaults.ts'
import { matchPattern, matchPatternList } from '../openssh/patterns.ts'
import { atLeast, type Release, type Since } from '../openssh/release.ts'

/** Lists of algorithms: kex.c kex_assemble_names, match.c match_filter_*, sshkey.c sshkey_names_valid2; 9.2 to 10.5. */

export type AlgorithmKind = 'ciphers' | 'macs' | 'kex' | 'key' | 'sig'

/** The lists of the key exchange. */
export const KEY_EXCHANGE_LISTS: readonly string[] = ['kexalgorithms', 'hostkeyalgorithms', 'ciphers', 'macs']

/** Every algorithm a release was built with, in its own order (`ssh -Q`). */
function allAlgorithms(kind: AlgorithmKind, release: Release): readonly string[] {
  const old = (kind === 'key' || kind === 'sig') && !atLeast(release, [9, 2])
  const all = old ? OLD_KEYS[kind] : ALGORITHMS[kind]
  return all
    .filter(({ since, until }) => (!since || atLeast(release, since)) && (!until || !atLeast(release, until)))
    .map(({ name }) => name)
    .filter((name) => name !== 'sntrup761x25519-sha512' || hasFinalSntrup(release))
}

/** Operators before a list, with the release each came with (servconf.c sCiphers: 7.0, 7.5 and 8.1). */
const OPERATORS: Readonly<Record<string, Since>> = { '+': [7, 0], '-': [7, 5], '^': [8, 1] }

/** `+`, `-` or `^` where this release takes it for one; '' where the list begins at once. */
function operatorOf(list: string, release: Release): string {
  const since = OPERATORS[list[0] ?? '']
  return since && atLeast(release, since) ? list[0]! : ''
}

export const withoutOperator = (list: string, release: Release): string => list.slice(operatorOf(list, release).length)

/** Its names are patterns that no list has to know. */
export const takesAway = (list: string, release: Release): boolean => operatorOf(list, release) === '-'

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
  return beforeEmpty(list).every((name) => isKnownName(name, kind, all, release))
}

/** Names of a list that this release does not know, for a person to see. */
export function unknownNames(list: string, kind: AlgorithmKind, release: Release): string[] {
  const all = allAlgorithms(kind, release)
  return beforeEmpty(withoutOperator(list, release)).filter((name) => !isKnownName(name, kind, all, release))
}

function isKnownName(name: string, kind: AlgorithmKind, all: readonly string[], release: Release): boolean {
  if (all.includes(name)) return true
  if (kind === 'key' || kind === 'sig') return all.some((known) => matchPatternList(known, name) !== 0)
  // kex_names_valid of the GSSAPI patch takes its own names here as well, and they fall out of the list afterwards.
  return kind === 'kex' && release.distribution !== undefined && GSS_KEX_NAMES.some((known) => name.startsWith(known))
}

/**
 * What sshd makes of a list with `+`, `-` or `^` before it, against its default. '' where `-` takes everything away, which sshd takes;
 * undefined where nothing of a list is known, or a negated pattern stands in it: sshd does not start then.
 */
export function assemble(list: string, defaults: string, kind: AlgorithmKind, release: Release): string | undefined {
  const operator = operatorOf(list, release)
  const names = list.slice(operator.length)
  if (operator === '-')
    return defaults
      .split(',')
      .filter((name) => matchPatternList(name, names) !== 1)
      .join(',')
  const wanted = operator === '+' ? join(defaults, names) : operator === '^' ? join(names, defaults) : list
  const all = allAlgorithms(kind, release)
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
