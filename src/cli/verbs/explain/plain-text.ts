import { compressionOf } from '../../../logs/read/compression.ts'
import type { Compression } from '../../../logs/read/compression.ts'
import { Broken, decompressed } from '../../../logs/read/decompress.ts'

/** What was given is no text; `message` is half a sentence. */
export class NotText extends Error {}

/** Enough to tell a text from a picture. */
const HEAD = 1 << 14

/**
 * Bytes as text, whatever wrote them: gzip, xz and zstd are unpacked, UTF-16 (PowerShell's `>`) is read as such, bytes that are not UTF-8
 * become marks, and a character that is cut in two by a chunk's end is whole again.
 * @throws NotText
 */
export async function* plainText(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const { head, whole } = await begun(bytes)
  const by = compressionOf(head)
  if (by === 'gzip' || by === 'xz' || by === 'zstd') yield* unpacked(whole, by)
  else if (by === 'none') yield* decoded(head, whole)
  else throw new NotText(by === 'unknown-binary' ? 'it is a program, not text' : `it is ${OTHERS[by]}`)
}

const OTHERS: Readonly<Record<'bzip2' | 'lz4' | 'journal', string>> = {
  bzip2: 'compressed with bzip2: bzcat FILE | sshmedic explain --lines reads it',
  lz4: 'compressed with lz4: lz4 -dc FILE | sshmedic explain --lines reads it',
  journal: "a journal's own file: journalctl --file FILE | sshmedic explain --lines reads it",
}

async function* unpacked(packed: AsyncIterable<Uint8Array>, by: Compression & ('gzip' | 'xz' | 'zstd')) {
  try {
    const { head, whole } = await begun(decompressed(packed, by))
    yield* decoded(head, whole)
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    throw new NotText('the compressed data ends or breaks before its end', { cause: error })
  }
}

async function* decoded(head: Uint8Array, whole: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const encoding = encodingOf(head)
  if (encoding === 'utf-8' && (looksBinary(head) || looksGarbled(head))) throw new NotText('it is not text')
  const decoder = new TextDecoder(encoding)
  for await (const chunk of whole) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/** By its mark, else by the NULs at every second place. */
function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const pairs = Math.min(head.length >> 1, 512)
  let [high, low] = [0, 0]
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0 && head[2 * i + 1] !== 0) high++
    if (head[2 * i] !== 0 && head[2 * i + 1] === 0) low++
  }
  if (pairs < 8) return 'utf-8'
  if (low > pairs * 0.7) return 'utf-16le'
  return high > pairs * 0.7 ? 'utf-16be' : 'utf-8'
}

/** A transcript of a terminal has bells, backspaces and escapes, and a log NULs where a machine lost power; a picture has all the others. */
function looksBinary(head: Uint8Array): boolean {
  const bytes = head.filter((byte) => byte !== 0)
  const odd = bytes.filter((byte) => (byte < 7 || (byte > 13 && byte < 32)) && byte !== 0x1b).length
  return odd * 12 > bytes.length
}

/** What is encrypted or compressed in a way nobody here knows has few control characters, but is not UTF-8 either. */
function looksGarbled(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head)
  const marks = text.match(/\ufffd/g)?.length ?? 0
  return marks > 8 && marks * 4 > text.length
}

/** The first bytes, and all of them; a pipe may hand over one at a time, and nobody waits for more than it has. */
async function begun(bytes: AsyncIterable<Uint8Array>) {
  const chunks = bytes[Symbol.asyncIterator]()
  const first = await nextOf(chunks, 16)
  async function* whole(): AsyncIterable<Uint8Array> {
    yield first
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
  }
  return { head: first.subarray(0, HEAD), whole: whole() }
}

/** At least so many bytes, where there are so many. */
async function nextOf(chunks: AsyncIterator<Uint8Array>, least: number): Promise<Uint8Array> {
  let got: Uint8Array = new Uint8Array(0)
  while (got.length < least) {
    const next = await chunks.next()
    if (next.done) break
    got = got.length === 0 ? Uint8Array.from(next.value) : Buffer.concat([got, next.value])
  }
  return got
}
