import { compressionOf } from './compression.ts'
import { Broken, decompressed } from './decompress.ts'
import type { LogPart, Unread } from './part.ts'

/** Standard input, whatever it is compressed with. */
export function stdinPart(tell: (unread: Unread) => void): LogPart {
  return { name: 'standard input', again: false, changed: Date.now(), open: () => bytes(process.stdin, tell) }
}

async function* bytes(input: AsyncIterable<Uint8Array | string>, tell: (unread: Unread) => void) {
  const chunks = (input as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
  const first = await chunks.next()
  if (first.done) return
  const all = (async function* () {
    yield first.value
    for (;;) {
      const next = await chunks.next()
      if (next.done) return
      yield next.value
    }
  })()
  const by = compressionOf(first.value)
  if (by === 'bzip2' || by === 'lz4' || by === 'journal')
    return tell({
      name: 'standard input',
      says: `it is ${by === 'journal' ? "a journal's own file" : `compressed with ${by}`}, which is not read here`,
    })
  try {
    yield* decompressed(all, by)
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    tell({ name: 'standard input', says: 'the compressed data ends or breaks before its end', partly: true })
  }
}
