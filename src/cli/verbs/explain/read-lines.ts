import type { ReadLine } from '../../../report/lines/explained-line.ts'
import type { LineReading } from '../../../words/line.ts'
import { pastedLines } from '../../../words/pasted.ts'
import type { PastedLine } from '../../../words/pasted.ts'
import type { Piece } from './pieces.ts'
import { readOnce } from './read-once.ts'

/** The lines of a piece that are not blank, each with what the lexicon has about it. */
export function readLines({ text, first }: Piece): ReadLine[] {
  const read = readOnce()
  const raw = text.split('\n')
  const lines = pastedLines(text, { known: (line) => read(line).known }).flatMap((pasted) => apart(pasted, raw))
  return lines.flatMap((pasted) => {
    // What a fence or a quote leaves empty was not blank.
    const shown = pasted.text.trim() === '' ? (raw[pasted.line - 1] ?? '').trim() : pasted.text
    if (shown.replaceAll('\0', '') === '') return []
    const reading = read(pasted.text)
    const asItCame = (raw[pasted.line - 1] ?? '').trimEnd()
    // What looks like a ticket's quote or a number in front may be part of the message.
    const whole = reading.known || pasted.through !== undefined ? reading : read(asItCame)
    return [
      whole.known
        ? readLineOf(pasted, whole === reading ? shown : asItCame, first, whole)
        : readLineOf(pasted, shown, first, reading),
    ]
  })
}

/** How messages of their own begin: two lines that fit together only because a name may hold anything are two. */
const BEGINS =
  /^\s*(?:Failed|Accepted|Invalid|Connection|Disconnected|Disconnecting|Received|Postponed|User|Unable|Server|Authentication|Permission|Timeout|error:|fatal:|debug[123]:|pam_|ssh:)/

/** A line that a screen broke is as long as the screen is wide; behind a short one a capital letter begins something new. */
const NARROW = 60

/** The pieces of what was put together, where the second of them begins a message of its own. */
function apart(pasted: PastedLine, raw: readonly string[]): PastedLine[] {
  const { line, through } = pasted
  if (through === undefined) return [pasted]
  const pieces = raw.slice(line - 1, through)
  const short = pieces[0]!.trimEnd().length < NARROW
  const begins = (piece: string) => BEGINS.test(piece) || (short && /^\s*[A-Z][a-z]/.test(piece))
  if (!pieces.slice(1).some(begins)) return [pasted]
  return pieces.map((piece, i) => ({ line: line + i, text: piece.trim() }))
}

function readLineOf(
  { line, through, prompt }: PastedLine,
  text: string,
  first: number,
  reading: LineReading,
): ReadLine {
  return {
    line: first + line - 1,
    ...(through !== undefined && { through: first + through - 1 }),
    text,
    ...(prompt && { prompt }),
    reading,
  }
}
