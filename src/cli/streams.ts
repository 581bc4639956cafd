import { fstatSync, writeFileSync } from 'node:fs'
import { visible } from '../core/visible.ts'
import { ascii } from '../report/paint/ascii.ts'
import { reasonOf } from './reason.ts'
import { screenOf } from './screen.ts'

/** A sentence for a tired person, on stderr. */
export function writeError(says: string): void {
  const lines = says.split('\n').map((line) => visible(line, 1000))
  process.stderr.write(fit(`sshmedic: ${lines.join('\n')}\n`, process.stderr))
}

const STDOUT = 1

/**
 * Writes the result and waits until it is out; a reader that has gone away (`| head`, a closed terminal) is no error.
 * @returns false where it could not be written, after saying so
 */
export async function writeResult(text: string): Promise<boolean> {
  return writePieces([text])
}

/** The same for a result that is made while it is written: a piece is asked for once the one before is out. */
export async function writePieces(pieces: Iterable<string>): Promise<boolean> {
  const write = isFile(STDOUT) ? writeFile : writeStream
  for (const piece of pieces) {
    const error = await write(piece)
    if (error === undefined) continue
    if (GONE.has((error as NodeJS.ErrnoException).code ?? '')) return true
    writeError(`the result could not be written to stdout: ${reasonOf(error)}.`)
    return false
  }
  return true
}

/** Nobody reads there any more: a pipe's end, a terminal that was closed. */
const GONE = new Set(['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED'])

/** Node's stream for a file takes a short write for a whole one, and a disk that fills up makes just that. */
function writeFile(text: string): unknown {
  try {
    writeFileSync(STDOUT, text)
    return undefined
  } catch (error) {
    return error
  }
}

function writeStream(text: string): Promise<unknown> {
  return new Promise((resolve) =>
    process.stdout.write(fit(text, process.stdout), (error) => resolve(error ?? undefined)),
  )
}

/** What a terminal of another encoding would garble is spelled in ASCII there; files and pipes get what was meant. */
const fit = (text: string, stream: NodeJS.WriteStream): string =>
  screenOf(stream, process.env).utf8 ? text : ascii(text)

function isFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile()
  } catch {
    return false
  }
}

/**
 * What cannot be written surfaces as an event as well, and without a listener Node would die of it: on stdout the write
 * itself has told already, on stderr there is nobody left to tell.
 */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}
