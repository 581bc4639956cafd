import type { ReadLine } from '../../../report/lines/explained-line.ts'
import { pastedLines } from '../../../words/pasted.ts'
import { readLine } from '../../../words/line.ts'
import type { Piece } from './pieces.ts'

/** The lines of a piece that are not blank, each with what the lexicon has about it. */
export function readLines({ text, first }: Piece): ReadLine[] {
  return pastedLines(text).map(({ line, text }) => ({ line: first + line - 1, text, reading: readLine(text) }))
}
