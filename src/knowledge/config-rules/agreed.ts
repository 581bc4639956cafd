import type { EditStep } from '../../core/remedy.ts'
import { keywordOf } from '../../sshd-config/keywords.ts'
import type { EffectiveConfig } from '../../sshd-config/types.ts'
import { withLines } from './with-lines.ts'
import { SEVERITIES } from './types.ts'
import type { Finding } from './types.ts'

type Audit = (config: EffectiveConfig) => Finding[]

/** A line to write, and how grave the gravest is that it mends. */
interface Chosen {
  line: EditStep
  rank: number
}

/**
 * The findings with recommendations that agree: one line a keyword, that of the gravest finding; and none that brings up, by itself or
 * together with the others, what is as grave as what it mends, or a recommendation of another line for the same keyword. What had to go
 * leaves its finding without a line.
 */
export function agreed(findings: readonly Finding[], config: EffectiveConfig, audit: Audit): Finding[] {
  const chosen = new Map<string, Chosen>()
  for (const { recommend, severity } of findings) {
    const keyword = recommend && nameOf(recommend, config)
    if (!recommend || keyword === undefined || chosen.has(keyword)) continue
    chosen.set(keyword, { line: recommend, rank: SEVERITIES.indexOf(severity) })
  }
  for (const [keyword, { line, rank }] of chosen)
    if (quarrels(findings, audit(withLines(config, [line])), new Map([[keyword, line]]), config) > rank - 1)
      chosen.delete(keyword)
  // The least grave goes first, until the whole is at peace with itself.
  const order = () => [...chosen].toSorted(([, a], [, b]) => a.rank - b.rank)
  for (let [least] = order(); least; [least] = order()) {
    const lines = new Map(order().map(([keyword, { line }]) => [keyword, line]))
    if (quarrels(findings, audit(withLines(config, [...lines.values()])), lines, config) < least[1].rank) break
    chosen.delete(least[0])
  }
  const after = audit(
    withLines(
      config,
      [...chosen.values()].map(({ line }) => line),
    ),
  )
  return findings.map((finding) => {
    const { recommend, ...bare } = finding
    if (!recommend) return finding
    const line = chosen.get(nameOf(recommend, config))?.line
    if (!line) return bare
    if (line.value === recommend.value) return finding
    const mended = !after.some(({ id, keywords }) => id === finding.id && keywords[0] === finding.keywords[0])
    return mended ? { ...bare, recommend: { ...line, say: recommend.say } } : bare
  })
}

const nameOf = ({ keyword }: EditStep, { release }: EffectiveConfig): string =>
  keywordOf(keyword, release)?.name ?? keyword.toLowerCase()

/** How grave the gravest is that these lines brought up; -1 where they brought up nothing. */
function quarrels(
  before: readonly Finding[],
  after: readonly Finding[],
  lines: ReadonlyMap<string, EditStep>,
  config: EffectiveConfig,
): number {
  const rank = ({ severity }: Finding) => SEVERITIES.indexOf(severity)
  const same = (a: Finding, b: Finding) => a.id === b.id && a.keywords[0] === b.keywords[0]
  const graver = after.filter((finding) => !before.some((one) => same(one, finding) && rank(one) >= rank(finding)))
  const otherwise = after.some(({ recommend, severity }) => {
    const line = recommend && lines.get(nameOf(recommend, config))
    return line !== undefined && recommend!.value !== line.value && severity !== 'note'
  })
  return otherwise ? SEVERITIES.length : Math.max(-1, ...graver.map(rank))
}
