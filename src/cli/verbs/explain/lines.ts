import { linesDocument } from '../../../report/lines/document.ts'
import { explainedLineToJson } from '../../../report/lines/explained-line.ts'
import type { ReadLine } from '../../../report/lines/explained-line.ts'
import { painted } from '../../../report/painted.ts'
import type { CommandLine } from '../../command-line.ts'
import { EXIT } from '../../exit.ts'
import { reasonOf } from '../../reason.ts'
import { screenOf } from '../../screen.ts'
import { keepHeapSmall } from '../../small-heap.ts'
import { writeError, writeResult } from '../../streams.ts'
import { BothEnds } from './both-ends.ts'
import { lineSource } from './line-source.ts'
import type { LineSource } from './line-source.ts'
import { piecesOf } from './pieces.ts'
import type { Piece } from './pieces.ts'
import { NotText, plainText } from './plain-text.ts'
import { readLines } from './read-lines.ts'

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * `sshmedic explain --lines [FILE|TEXT…]`: every line beside what it means. Exit code 0: at least one line is known. 2: usage.
 * 3: not one is known, or nothing could be read.
 */
export async function explainLines({ text, own }: CommandLine, version: string): Promise<number> {
  const source = lineSource(text)
  if (source === undefined) {
    writeError('explain what? Name a file, or pipe the lines in: ssh -v HOST 2>&1 | sshmedic explain --lines')
    return EXIT.usage
  }
  if ('failed' in source) {
    writeError(source.failed)
    return EXIT.unknown
  }
  keepHeapSmall()
  for (const name of ENDING) process.on(name, () => process.exit(EXIT.interrupted))
  try {
    const { lines, known, written } = await (own.format === 'json' ? asJson(source) : asPage(source, own, version))
    if (lines === 0) writeError(`${source.from}: there is no line to read.`)
    else if (known === 0) writeError(NOT_KNOWN)
    return known > 0 && written ? EXIT.reachable : EXIT.unknown
  } catch (error) {
    if (!(error instanceof NotText) && (error as NodeJS.ErrnoException).syscall === undefined) throw error
    writeError(`${source.from} cannot be read: ${error instanceof NotText ? error.message : reasonOf(error)}.`)
    return EXIT.unknown
  }
}

const NOT_KNOWN =
  "not one of these lines is known. Give what ssh -v prints, lines of sshd's log, or what another SSH client says."

interface Told {
  /** Those that are not blank, and how many of them are known. */
  lines: number
  known: number
  written: boolean
}

const piecesFrom = ({ bytes }: LineSource): AsyncIterable<Piece> => piecesOf(plainText(bytes))

/** Each line is told as soon as it has come, and then forgotten. */
async function asJson(source: LineSource): Promise<Told> {
  const told: Told = { lines: 0, known: 0, written: true }
  for await (const piece of piecesFrom(source)) {
    const lines = readLines(piece)
    told.lines += lines.length
    told.known += lines.filter(isKnown).length
    told.written = await writeResult(lines.map(explainedLineToJson).join(''))
    if (!told.written || gone()) break
  }
  return told
}

/** Nobody reads more of a page. */
const SHOWN = { size: 2 << 20, lines: 5000 }

async function asPage(source: LineSource, own: CommandLine['own'], version: string): Promise<Told> {
  const ends = new BothEnds(SHOWN)
  for await (const piece of piecesFrom(source)) ends.add(piece)
  const { pieces, leftOut } = ends.kept()
  const lines = pieces.flatMap(readLines)
  const told = { lines: lines.length, known: lines.filter(isKnown).length }
  if (told.lines === 0) return { ...told, written: true }
  const { linesPage } = await import('../../../report/pages/lines.ts')
  const document = linesDocument({ version, from: source.from, lines, leftOut })
  const { format = 'terminal', color } = own
  const as = format === 'json' ? 'terminal' : format
  const page = await painted(linesPage(document), as, screenOf(process.stdout, process.env, color))
  return { ...told, written: await writeResult(page) }
}

const isKnown = ({ reading }: ReadLine): boolean => reading.known

/** Whoever read our stdout has gone (`| head`). */
const gone = (): boolean => process.stdout.destroyed || process.stdout.errored !== null
