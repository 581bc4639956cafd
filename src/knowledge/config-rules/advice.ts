import type { EditStep } from '../../core/remedy.ts'
import type { ConfigQuestion } from '../../sshd-config/effective.ts'
import { placeFor } from '../../sshd-config/place.ts'
import type { EffectiveConfig } from '../../sshd-config/types.ts'
import type { Finding } from './types.ts'

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
    const place = placeFor(question, config, recommend)
    return [{ ...recommend, ...(place && { place }) }]
  })
  return {
    advice: all.filter(({ shutsOut }) => !shutsOut?.you),
    advisedLater: all.filter(({ shutsOut }) => shutsOut?.you),
  }
}
