/** Lines of styled words, as the bytes a terminal gets. */

import { visible } from '../core/visible.ts'

/** The whole palette. Only words of ours are styled; what a peer said stays plain. */
const SGR = { bold: '1', dim: '2', red: '1;31', green: '32', yellow: '33' } as const
export type Style = keyof typeof SGR

export interface Span {
  text: string
  style?: Style
}
export type Line = readonly Span[]

/** The only place that writes an escape, and the last that looks at what others wrote. */
export function paint(lines: readonly Line[], colour: boolean): string {
  return lines
    .map(
      (line) =>
        trimmed(line)
          .map((span) => spanBytes(span, colour))
          .join('') + '\n',
    )
    .join('')
}

function spanBytes({ text, style }: Span, colour: boolean): string {
  const safe = visible(text, Infinity)
  return colour && style !== undefined && safe !== '' ? `\x1b[${SGR[style]}m${safe}\x1b[0m` : safe
}

/** Spaces at a line's end make a narrow terminal wrap an empty line. */
function trimmed(line: Line): Line {
  const last = line.at(-1)
  if (last === undefined) return line
  const text = last.text.trimEnd()
  const rest = line.slice(0, -1)
  return text === '' ? trimmed(rest) : [...rest, { ...last, text }]
}
