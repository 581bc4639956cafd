import { reasonOf } from '../../reason.ts'
import { writeError } from '../../streams.ts'
import { BothEnds } from './both-ends.ts'
import { piecesOf } from './pieces.ts'
import { NotText, plainText } from './plain-text.ts'

/** Far more than any `ssh -vvv` prints; of more, the beginning and the end are kept: how it ended stands there. */
const KEPT = { size: 2 << 20, lines: Infinity }

/** The text that was piped in; undefined where there is none; a sentence where it is no text. */
export async function pastedInput(): Promise<string | { failed: string } | undefined> {
  if (process.stdin.isTTY) return undefined
  const ends = new BothEnds(KEPT)
  try {
    for await (const piece of piecesOf(plainText(process.stdin))) ends.add(piece)
  } catch (error) {
    if (error instanceof NotText) return { failed: `standard input cannot be read: ${error.message}.` }
    writeError(`stdin cannot be read: ${reasonOf(error)}.`)
  }
  const text = ends
    .kept()
    .pieces.map((piece) => piece.text)
    .join('')
  return text.trim() === '' ? undefined : text
}
