import type { ConfigQuestion } from '../../sshd-config/effective.ts'
import { placeFor } from '../../sshd-config/place.ts'
import type { Edit } from '../../sshd-config/place.ts'
import type { EffectiveConfig } from '../../sshd-config/types.ts'
import type { Finding, ShutsOut } from './types.ts'

/** A line to write, and the finding it answers. */
export interface Advice {
  keyword: string
  value: string
  /** Undefined: no place was found where it would win. */
  edit?: Edit
  because: string
  /** Whom the line may keep out, and how to see that it does not. */
  shutsOut?: ShutsOut
}

/**
 * What to write: one line a keyword, the gravest finding's. What is merely worth knowing about safety is left out: such a line may
 * shut somebody out, and nobody asked.
 */
export function adviceOf(
  findings: readonly Finding[],
  question: ConfigQuestion,
  config: EffectiveConfig,
): {
  /** It shuts out nobody who is present. */
  advice: Advice[]
  /** It might; to be written once somebody has looked. */
  advisedLater: Advice[]
} {
  const seen = new Set<string>()
  const all = findings.flatMap(({ recommend, says, severity, side, shutsOut }): Advice[] => {
    if (!recommend || (severity === 'note' && side === 'safety') || seen.has(recommend.keyword.toLowerCase())) return []
    seen.add(recommend.keyword.toLowerCase())
    const edit = placeFor(question, config, recommend)
    return [{ ...recommend, because: says, ...(edit && { edit }), ...(shutsOut && { shutsOut }) }]
  })
  return {
    advice: all.filter(({ shutsOut }) => !shutsOut?.you),
    advisedLater: all.filter(({ shutsOut }) => shutsOut?.you),
  }
}
