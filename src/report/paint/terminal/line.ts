/** Lines of words, as the bytes a terminal gets. */

import { visible } from '../../../core/visible.ts'
import type { Span, Tone } from '../../blocks.ts'

/** The whole palette. */
const SGR: Readonly<Record<Tone, string>> = { strong: '1', quiet: '2', bad: '1;31', good: '32', warn: '33' }

export type Line = readonly Span[]

/** The only place that writes an escape, and the last that looks at what others wrote. */
export function bytesOf(lines: readonly Line[], colour: boolean): string {
  return lines
    .map(
      (line) =>
        trimmed(line)
          .map((span) => spanBytes(span, colour))
          .join('') + '\n',
    )
    .join('')
}

function spanBytes({ text, tone }: Span, colour: boolean): string {
  const safe = visible(text, Infinity)
  return colour && tone !== undefined && safe !== '' ? `\x1b[${SGR[tone]}m${safe}\x1b[0m` : safe
}

/** Spaces at a line's end make a narrow terminal wrap an empty line. */
function trimmed(line: Line): Line {
  const last = line.at(-1)
  if (last === undefined) return line
  const text = last.text.trimEnd()
  const rest = line.slice(0, -1)
  return text === '' ? trimmed(rest) : [...rest, { ...last, text }]
}
