import { open, stat } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { spawnJournal } from './journal.ts'
import { compressionOf, looksBinary } from './compression.ts'
import { Broken, decompressed } from './decompress.ts'
import { firstTime } from './first-time.ts'
import type { FirstTime } from './first-time.ts'
import { exportAsJson, isExport } from './journal-export.ts'
import type { LogPart, Unread } from './part.ts'
import { rotatedBefore } from './rotation.ts'

export interface FilePart extends LogPart {
  path: string
  first?: FirstTime
  /** Device and inode: two names of one file are one. */
  id: string
}

const HEAD = 1 << 16
const DECOMPRESSED_HEAD = 1 << 18

/** A file that can be read; or why it cannot, in a sentence. `tell` hears of what turns out broken while it is read. */
export async function filePart(
  path: string,
  zone: string,
  tell: (unread: Unread) => void,
  follow = false,
): Promise<FilePart | { failed: string }> {
  const about = await stat(path)
  if (about.isSocket()) return { failed: 'it is a socket' }
  // A copy is younger than the log, but its name may still have the day.
  const changed = about.isFile() ? Math.min(about.mtimeMs, rotatedBefore(path) ?? Infinity) : Date.now()
  const base = { name: path, path, changed, id: `${about.dev}:${about.ino}` }
  // A pipe (`<(zcat …)`) can be read once and not looked into.
  if (!about.isFile()) return { ...base, again: false, open: () => createReadStream(path), id: `pipe:${path}` }
  const head = await headOf(path)
  const by = compressionOf(head)
  if (by === 'bzip2' || by === 'lz4')
    return {
      failed: `it is compressed with ${by}, which is not read here: ${by === 'lz4' ? 'lz4 -dc' : 'bzcat'} ${quoted(path)} | sshmedic logs -`,
    }
  if (by === 'journal') return { ...base, size: about.size, again: true, open: () => journalFile(path, tell) }
  if (by === 'unknown-binary' || (by === 'none' && looksBinary(head))) return { failed: 'it is not text' }
  if (by === 'none') {
    const first = firstTime(head, changed, zone)
    const open =
      isExport(head) && !follow ? () => exportAsJson(createReadStream(path, { highWaterMark: 1 << 20 })) : () => path
    return { ...base, size: about.size, again: true, open, ...(first && { first }) }
  }
  const begin = await beginOf(decompressed(createReadStream(path), by))
  const first = firstTime(begin, changed, zone)
  const text = () => told(decompressed(createReadStream(path, { highWaterMark: 1 << 20 }), by), path, tell)
  const open = isExport(begin) ? () => exportAsJson(text()) : text
  return { ...base, size: about.size, again: true, open, ...(first && { first }) }
}

const quoted = (path: string) => (/^[\w./@%+=:,-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`)

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const head = new Uint8Array(HEAD)
    const { bytesRead } = await file.read(head, 0, HEAD, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function beginOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of bytes) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= DECOMPRESSED_HEAD) break
    }
  } catch {
    // What is broken is told when it is read for good.
  }
  return Buffer.concat(chunks).subarray(0, DECOMPRESSED_HEAD)
}

/** What broke on the way ends this file and not the others. */
async function* told(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  tell: (unread: Unread) => void,
): AsyncIterable<Uint8Array> {
  let size = 0
  try {
    for await (const chunk of bytes) {
      size += chunk.length
      yield chunk
    }
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    const says = 'the compressed data ends or breaks before its end'
    if (size === 0) tell({ name, says })
    else tell({ name, says: `${says}; ${size} bytes of text came out of it`, partly: true })
  }
}

async function* journalFile(path: string, tell: (unread: Unread) => void): AsyncIterable<Uint8Array> {
  const journal = spawnJournal(['--file', path])
  yield* journal.chunks
  const failed = await journal.failed
  if (failed !== undefined) tell({ name: path, says: failed })
}
