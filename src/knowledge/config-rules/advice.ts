import type { Edit, EditStep } from '../../core/remedy.ts'
import { lineText } from '../../core/shown-command.ts'
import type { ConfigQuestion } from '../../sshd-config/effective.ts'
import { keywordOf } from '../../sshd-config/keywords.ts'
import { placeFor } from '../../sshd-config/place.ts'
import type { ConfigLine, EffectiveConfig } from '../../sshd-config/types.ts'
import type { Finding } from './types.ts'

/**
 * Lines that said the same as the one that is replaced, and had no say: left as they are, they would say otherwise from now on, and the
 * next reader would believe them.
 */
function alike(config: EffectiveConfig, recommend: EditStep, place: Edit | undefined): EditStep[] {
  if (place?.how !== 'replace') return []
  const at = ({ file, line }: { file: string; line: number }) => `${file}:${line}`
  const winner = config.lines.find((line) => line.took && at(line) === `${place.file}:${place.line}`)
  if (!winner) return []
  const words = (line: ConfigLine) => line.arguments.join(' ').toLowerCase()
  return config.lines
    .filter(({ canonical, why }) => canonical === winner.canonical && (why === 'first-wins' || why === 'last-wins'))
    .filter((line) => words(line) === words(winner))
    .map(({ file, line }) => ({
      ...recommend,
      say: `It said the same as ${at(winner)}, which wins over it.`,
      place: { file, how: 'replace', line, text: place.text },
    }))
}

/** Lines of AcceptEnv add up: each that is in force is replaced where it stands, or it goes on adding. */
function addingUp(config: EffectiveConfig, recommend: EditStep): EditStep[] {
  if (keywordOf(recommend.keyword, config.release)?.name !== 'acceptenv') return []
  return config.lines
    .filter(({ canonical, took }) => canonical === 'acceptenv' && took)
    .map(({ file, line }) => ({ ...recommend, place: { file, how: 'replace', line, text: lineText(recommend) } }))
}

/**
 * What to write: one line a keyword, the gravest finding's, with the place where it wins. What is merely worth knowing about safety is
 * left out: such a line may shut somebody out, and nobody asked.
 */
export function adviceOf(
  findings: readonly Finding[],
  question: ConfigQuestion,
  config: EffectiveConfig,
): {
  /** Shuts out nobody who is present. */
  advice: EditStep[]
  /** Might; to be written once somebody has looked. */
  advisedLater: EditStep[]
} {
  const seen = new Set<string>()
  const all = findings.flatMap(({ recommend, severity, side }): EditStep[] => {
    if (!recommend || (severity === 'note' && side === 'safety') || seen.has(recommend.keyword.toLowerCase())) return []
    seen.add(recommend.keyword.toLowerCase())
    const added = addingUp(config, recommend)
    if (added.length > 0) return added
    const place = placeFor(question, config, recommend)
    return [{ ...recommend, ...(place && { place }) }, ...alike(config, recommend, place)]
  })
  return {
    advice: all.filter(({ shutsOut }) => !shutsOut?.you),
    advisedLater: all.filter(({ shutsOut }) => shutsOut?.you),
  }
}
