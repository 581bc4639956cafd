import { compressionOf } from './compression.ts'
import { Broken, decompressed } from './decompress.ts'
import type { Bytes } from './decompress.ts'
import { exportAsJson, isExport } from './journal-export.ts'
import type { LogPart, Unread } from './part.ts'

/** Standard input, whatever it is compressed with. */
export function stdinPart(tell: (unread: Unread) => void): LogPart {
  return { name: 'standard input', again: false, changed: Date.now(), open: () => text(process.stdin as Bytes, tell) }
}

/** More than the longest mark a format begins with, and less than the shortest line of sshd's. */
const MARK = 16

async function* text(input: Bytes, tell: (unread: Unread) => void): Bytes {
  const { head, whole } = await begun(input)
  const by = compressionOf(head)
  if (by === 'bzip2' || by === 'lz4' || by === 'journal')
    return tell({
      name: 'standard input',
      says: `it is ${by === 'journal' ? "a journal's own file" : `compressed with ${by}`}, which is not read here`,
    })
  try {
    const plain = by === 'none' ? { head, whole } : await begun(decompressed(whole, by))
    yield* isExport(plain.head) ? exportAsJson(plain.whole) : plain.whole
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    tell({ name: 'standard input', says: 'the compressed data ends or breaks before its end', partly: true })
  }
}

/** The first bytes, and all of them; a pipe may hand over one at a time. */
async function begun(input: Bytes): Promise<{ head: Uint8Array; whole: Bytes }> {
  const chunks = input[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array(0)
  let failure: unknown
  while (head.length < MARK) {
    try {
      const next = await chunks.next()
      if (next.done) break
      head = head.length === 0 ? Uint8Array.from(next.value) : Buffer.concat([head, next.value])
    } catch (error) {
      failure = error
      break
    }
  }
  async function* whole(): Bytes {
    if (head.length > 0) yield head
    if (failure !== undefined) throw failure as Error
    for (;;) {
      const next = await chunks.next()
      if (next.done) return
      yield next.value
    }
  }
  return { head, whole: whole() }
}
