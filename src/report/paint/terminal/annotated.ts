/** A text beside what its lines mean: in two columns where the terminal is wide, else with the meaning beneath each line. */

import type { Annotated, AnnotatedLine, Span } from '../../blocks.ts'
import { width } from '../../width.ts'
import type { Line } from './line.ts'
import { gap, indented, spansOf, widthOf, wrapped } from './wrapped.ts'
import type { Room } from './wrapped.ts'

/** Two columns narrower than this are harder to read than one beneath the other. */
const COLUMN = 48
const BETWEEN = 2

export function annotatedLines({ lines }: Annotated, room: Room): Line[] {
  const numbers = Math.max(0, ...lines.map(({ at }) => String(at).length))
  const start = room.indent + numbers + BETWEEN
  const { whole = room.across } = room
  const each = Math.floor((whole - start - BETWEEN) / 2)
  if (each < COLUMN) return lines.flatMap((line) => beneath(line, numbers, { ...room, indent: start }))
  const widest = lines.reduce((most, { text }) => Math.max(most, width(text)), COLUMN)
  const left = Math.min(each, widest)
  return lines.flatMap((line) => beside(line, numbers, { ...room, indent: start }, left, whole))
}

function beneath(line: AnnotatedLine, numbers: number, room: Room): Line[] {
  const words = wrapped(textOf(line), room.across - room.indent)
  const says = meaning(line, room.across - room.indent)
  return [...numbered(line, numbers, words, room.indent), ...says.map((each) => [gap(room.indent), ...each])]
}

function beside(line: AnnotatedLine, numbers: number, room: Room, left: number, whole: number): Line[] {
  const words = numbered(line, numbers, wrapped(textOf(line), left), room.indent)
  const right = room.indent + left + BETWEEN
  const says = meaning(line, Math.min(whole - right, room.across))
  return Array.from({ length: Math.max(words.length, says.length) }, (_, i) => {
    const text = words[i] ?? []
    const more = says[i]
    return more === undefined ? text : [...text, gap(right - widthOf(text)), ...more]
  })
}

/** The number stands before the first line, and the others stand under its words. */
function numbered({ at }: AnnotatedLine, numbers: number, words: readonly Line[], indent: number): Line[] {
  const number: Span = { text: String(at).padStart(numbers), tone: 'quiet' }
  return words.map((line, i) =>
    i === 0 ? [gap(indent - numbers - BETWEEN), number, gap(BETWEEN), ...line] : [gap(indent), ...line],
  )
}

/** The mark, and behind it what is said, each further line of it under the first. */
function meaning(line: AnnotatedLine, columns: number): Line[] {
  const { mark, says } = line
  const room = { indent: width(mark.sign) + 1, across: columns, utf8: true }
  return indented(spansOf(says), room, toneOf(line)).map((each, i) =>
    i === 0 ? [{ text: mark.sign, tone: mark.tone }, gap(1), ...each.slice(1)] : each,
  )
}

/** A long list in it is broken behind its commas. */
const textOf = (line: AnnotatedLine): Span[] => spansOf([{ text: line.text, code: true }], toneOf(line))

const toneOf = ({ quiet }: AnnotatedLine) => (quiet ? ('quiet' as const) : undefined)
