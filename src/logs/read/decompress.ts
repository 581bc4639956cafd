import type { Transform } from 'node:stream'
import { Readable } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import type { Compression } from './compression.ts'
import { ZstdFrame } from './zstd-frames.ts'

export type Bytes = AsyncIterable<Uint8Array>

/** The bytes ended or broke before the compression did; what came until then was given out. */
export class Broken extends Error {}

/**
 * Bytes as they were before gzip, xz or zstd. Several streams behind one another count as one (`cat a.gz b.gz`).
 * @throws Broken after the last good byte
 */
export async function* decompressed(bytes: Bytes, by: Compression): Bytes {
  try {
    if (by === 'gzip') yield* through(bytes, createGunzip({ chunkSize: CHUNK }))
    else if (by === 'zstd') yield* unzstd(bytes)
    else if (by === 'xz') yield* unxz(bytes)
    else yield* bytes
  } catch (error) {
    if (isOfReading(error)) throw error
    throw new Broken((error as Error).message, { cause: error })
  }
}

const CHUNK = 1 << 18

/** Errors of the file below (EIO, EACCES, …) are not the compression's. */
const isOfReading = (error: unknown) => (error as NodeJS.ErrnoException).syscall !== undefined

/**
 * Block by block by hand: a pipe throws away what was decoded and not yet taken when the end turns out to be missing, and the
 * last lines before a crash are the ones one wants.
 */
async function* through(bytes: Bytes, transform: Transform): Bytes {
  let decoded: Uint8Array[] = []
  let failure: Error | undefined
  const ended = new Promise<void>((resolve) => {
    transform.on('end', resolve)
    transform.on('close', resolve)
    transform.on('error', (error) => {
      failure = error
      resolve()
    })
  })
  transform.on('data', (chunk: Uint8Array) => decoded.push(chunk))
  const taken = function* () {
    const now = decoded
    decoded = []
    yield* now
  }
  try {
    for await (const block of bytes) {
      // Small steps: what a megabyte of gzip expands to may be a gigabyte.
      for (let at = 0; at < block.length; at += STEP) {
        const done = new Promise<void>((resolve) => transform.write(block.subarray(at, at + STEP), () => resolve()))
        await Promise.race([done, ended])
        yield* taken()
        if (failure) throw failure
      }
    }
    transform.end()
    await ended
    yield* taken()
    if (failure) throw failure
  } finally {
    transform.destroy()
  }
}

const STEP = 1 << 16

/** Frame after frame, each with a decompressor of its own. */
async function* unzstd(bytes: Bytes): Bytes {
  const blocks = bytes[Symbol.asyncIterator]()
  let block: Uint8Array | undefined
  const more = async (): Promise<boolean> => {
    while (block === undefined || block.length === 0) {
      const next = await blocks.next()
      if (next.done) return false
      block = next.value
    }
    return true
  }
  async function* frame(): Bytes {
    const boundary = new ZstdFrame()
    while (await more()) {
      const now: Uint8Array = block!
      const end = boundary.endIn(now, 0)
      block = end < 0 ? undefined : now.subarray(end)
      yield end < 0 ? now : now.subarray(0, end)
      if (end >= 0) return
    }
  }
  while (await more()) yield* through(frame(), createZstdDecompress({ chunkSize: CHUNK }))
}

/** After the last input xz may have output left, but not for ever: a stream whose end is missing gives empty blocks. */
const EMPTY_BLOCKS = 4

async function* unxz(bytes: Bytes): Bytes {
  // Loaded when there is an xz file: it brings a WebAssembly module along. A bundle of CommonJS has its names under `default`.
  const loaded = (await import('xz-decompress')) as XzModule & { default?: XzModule }
  const { XzReadableStream } = loaded.default ?? loaded
  let ended = false
  const watched = async function* (): Bytes {
    for await (const chunk of bytes) yield chunk
    ended = true
  }
  const source = Readable.toWeb(Readable.from(watched(), { objectMode: true })) as ReadableStream<Uint8Array>
  const reader = new XzReadableStream(source).getReader()
  try {
    let empty = 0
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      empty = value.length === 0 && ended ? empty + 1 : 0
      if (empty > EMPTY_BLOCKS) throw new Broken('unexpected end of file')
      if (value.length > 0) yield value
    }
  } finally {
    // It lets one stream after the other through, and waits for ever for one that was left half read.
    await reader.cancel().catch(() => undefined)
  }
}

type XzModule = typeof import('xz-decompress')
