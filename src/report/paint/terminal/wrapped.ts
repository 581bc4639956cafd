/** Text broken into lines of a terminal, laid out as it will be printed: what `visible` turns into marks takes the marks' room. */

import { visible } from '../../../core/visible.ts'
import type { Block, Span, Text, Tone } from '../../blocks.ts'
import { width, wrap } from '../../width.ts'
import type { Line } from './line.ts'

/** Beyond so many characters a stranger's text says no more. */
const LONGEST = 2000

/** Where a block stands: its first column, and how many columns the terminal has. */
export interface Room {
  indent: number
  across: number
  /** How many it really has, where no text is to be that wide; for what stands in several columns. */
  whole?: number
  utf8: boolean
}

/** Handed to what contains other blocks. */
export type PaintBlock = (block: Block, room: Room) => Line[]

export const gap = (columns: number): Span => ({ text: ' '.repeat(Math.max(0, columns)) })

export const widthOf = (line: Line): number => width(line.map(({ text }) => text).join(''))

/** The spans of a text, harmless. */
export function spansOf(text: Text, tone?: Tone): Span[] {
  const spans = typeof text === 'string' ? [{ text }] : text
  return spans.map((span) => ({ ...(tone && { tone }), ...span, text: visible(span.text, LONGEST) }))
}

/** Lines of at most so many columns; spaces beside each other become one. */
export function wrapped(text: Text, columns: number, tone?: Tone): Line[] {
  const spans = spansOf(text, tone).map((span) =>
    span.code && width(span.text) > columns ? { ...span, text: span.text.replaceAll(',', ', ') } : span,
  )
  const lines = wrap(spans.map(({ text }) => text).join(''), columns)
  const [first] = spans
  if (first === undefined || spans.length === 1) return lines.map((text) => [{ ...first, text }])
  return toned(lines, spans)
}

/** Wrapping takes spaces away and adds no other sign, so the next sign of a line is the next of the spans. */
function toned(lines: readonly string[], spans: readonly Span[]): Line[] {
  const owners = spans.flatMap((span) => [...span.text].filter((sign) => sign !== ' ').map(() => span))
  let next = 0
  return lines.map((line) => {
    const parts: Span[] = []
    for (const sign of line) {
      const last = parts.at(-1)
      // A space belongs to the word before it.
      const { tone } = (sign === ' ' ? last : owners[next++]) ?? {}
      if (last !== undefined && last.tone === tone) last.text += sign
      else parts.push({ text: sign, ...(tone && { tone }) })
    }
    return parts
  })
}

/** A paragraph; its lines stand beneath each other. */
export const indented = (text: Text, { indent, across }: Room, tone?: Tone): Line[] =>
  wrapped(text, across - indent, tone).map((line) => [gap(indent), ...line])

/** An item: its second line stands further in, so that one sees where the next item begins. */
export function hanging(text: Text, { indent, across }: Room, { mark = '', tone }: Hang = {}): Line[] {
  const further = indent + Math.max(2, mark.length)
  return wrapped([{ text: mark }, ...spansOf(text)], across - further, tone).map((line, i) => [
    gap(i === 0 ? indent : further),
    ...line,
  ])
}

interface Hang {
  /** Stands before the first word. */
  mark?: string
  tone?: Tone
}

/** Puts words at the right end of the last line, or on a line of their own where there is no room. */
export function atRightEnd(lines: readonly Line[], right: string, across: number): Line[] {
  const last = lines.at(-1) ?? []
  const [span = { text: '' }] = spansOf(right, 'quiet')
  const room = across - widthOf(last) - width(span.text)
  if (room >= 2) return [...lines.slice(0, -1), [...last, gap(room), span]]
  return [...lines, ...wrapped(right, across, 'quiet').map((line) => [gap(across - widthOf(line)), ...line])]
}
