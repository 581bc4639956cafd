import type { ReadLine } from '../../../report/lines/explained-line.ts'
import { readLine } from '../../../words/line.ts'
import type { Piece } from './pieces.ts'

/** The lines of a piece that are not blank, each with what the lexicon has about it. */
export function readLines({ text, first }: Piece): ReadLine[] {
  return text.split('\n').flatMap((whole, i) => {
    const line = whole.replace(/\r$/, '')
    return line.trim() === '' ? [] : [{ line: first + i, text: line, reading: readLine(line) }]
  })
}
