import { ALL_KEYWORDS, introducedIn, keywordOf } from '../../sshd-config/keywords.ts'
import { unknownNames } from '../../sshd-config/algorithms.ts'
import type { AlgorithmKind } from '../../sshd-config/algorithms.ts'
import { releaseName } from '../../openssh/release.ts'
import type { ConfigError, ConfigLine, EffectiveConfig } from '../../sshd-config/types.ts'

/** What somebody may have meant by a line sshd refuses; begins with a space, or is empty. */
export function hint(config: EffectiveConfig, { file, line }: ConfigError): string {
  const written = config.lines.find((each) => each.file === file && each.line === line)
  if (!written) return ''
  const known = keywordOf(written.keyword, config.release)
  if (written.keyword.startsWith('\uFEFF')) return ' The file begins with a byte-order mark: save it without one.'
  if (!known) {
    const since = introducedIn(written.keyword)
    if (since) return ` ${written.keyword} is a word of OpenSSH ${since.join('.')} and later.`
    const parts = glued(written.keyword)
    if (parts) return ` Between ${parts[0]} and ${parts[1]} a space or a line end is missing.`
    const near = nearestKeyword(written.keyword, config)
    return near === undefined ? '' : ` Was ${near} meant?`
  }
  return lostLineEnd(written) ?? unknownAlgorithms(written, known.kind, config) ?? ''
}

const KINDS: Readonly<Record<string, AlgorithmKind>> = {
  ciphers: 'ciphers',
  macs: 'macs',
  kex: 'kex',
  'key-algorithms': 'key',
  'ca-algorithms': 'sig',
}

/** The names of a list that keep sshd from starting: the message shows the list as a whole. */
function unknownAlgorithms(
  { arguments: words }: ConfigLine,
  kind: string,
  { release }: EffectiveConfig,
): string | undefined {
  const names = KINDS[kind] === undefined ? [] : unknownNames(words[0] ?? '', KINDS[kind], release)
  if (names.length === 0) return undefined
  return ` ${releaseName(release)} does not know ${names.join(', ')}.`
}

/** `noPubkeyAuthentication yes`: a value with the next keyword stuck to it, because a line end was lost. */
function lostLineEnd({ arguments: words }: ConfigLine): string | undefined {
  for (const word of words) {
    const parts = /^(yes|no|\d+|none|any|[a-z-]+?)([A-Z][A-Za-z0-9]+)$/.exec(word)
    if (parts && ALL_KEYWORDS.includes(parts[2]!.toLowerCase()))
      return ` A line end is missing between '${parts[1]}' and '${parts[2]}': these are two lines.`
  }
  return undefined
}

/** A keyword with its value stuck to it: `UsePAMyes`. */
function glued(word: string): [string, string] | undefined {
  const parts = /^(.+?)(yes|no|none|\d+)$/i.exec(word)
  return parts && ALL_KEYWORDS.includes(parts[1]!.toLowerCase()) ? [parts[1]!, parts[2]!] : undefined
}

/** The keyword of this release that is fewest slips away, three at most; as lower case words. */
export function nearestKeyword(word: string, { release }: Pick<EffectiveConfig, 'release'>): string | undefined {
  const lower = word.toLowerCase()
  if (lower.length > 60) return undefined
  const most = Math.min(3, Math.floor(lower.length / 3))
  let best: { keyword: string; slips: number } | undefined
  for (const keyword of ALL_KEYWORDS) {
    if (keywordOf(keyword, release)?.status !== 'known') continue
    const slips = slipsBetween(lower, keyword, best ? best.slips - 1 : most)
    if (slips !== undefined) best = { keyword, slips }
  }
  return best?.keyword
}

/** Levenshtein's distance, two letters changed about counting once; undefined beyond `most`. */
function slipsBetween(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most || most < 0) return undefined
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, i) => i)]
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), swap))
    }
    ;[before, row] = [row, next]
  }
  const slips = row[b.length]!
  return slips <= most ? slips : undefined
}
