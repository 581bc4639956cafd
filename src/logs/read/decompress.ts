import type { Transform } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import type { Compression } from './compression.ts'
import { XzStream } from './xz-streams.ts'
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

/** Where one of several pieces behind one another ends: index behind its last byte in `bytes`, −1 where it goes on. */
interface Boundary {
  endIn(bytes: Uint8Array): number
}

/** Piece after piece, each with a decoder of its own. `padded`: NULs between them, and behind the last, mean nothing. */
async function* inPieces(bytes: Bytes, begin: () => Boundary, decode: (piece: Bytes) => Bytes, padded = false): Bytes {
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
  const another = async (): Promise<boolean> => {
    while (await more()) {
      const start = padded ? block!.findIndex((byte) => byte !== 0) : 0
      block = start < 0 ? undefined : block!.subarray(start)
      if (start >= 0) return true
    }
    return false
  }
  async function* piece(): Bytes {
    const boundary = begin()
    while (await more()) {
      const now: Uint8Array = block!
      const end = boundary.endIn(now)
      block = end < 0 ? undefined : now.subarray(end)
      yield end < 0 ? now : now.subarray(0, end)
      if (end >= 0) return
    }
  }
  while (await another()) yield* decode(piece())
}

const unzstd = (bytes: Bytes): Bytes =>
  inPieces(
    bytes,
    () => new ZstdFrame(),
    (frame) => through(frame, createZstdDecompress({ chunkSize: CHUNK })),
  )

const unxz = (bytes: Bytes): Bytes => inPieces(bytes, () => new XzStream(), unxzOne, true)

/** After the last input xz may have output left, but not for ever: a stream whose end is missing gives empty blocks. */
const EMPTY_BLOCKS = 4

async function* unxzOne(bytes: Bytes): Bytes {
  // Loaded when there is an xz file: it brings a WebAssembly module along. A bundle of CommonJS has its names under `default`.
  const loaded = (await import('xz-decompress')) as XzModule & { default?: XzModule }
  const { XzReadableStream } = loaded.default ?? loaded
  const blocks = bytes[Symbol.asyncIterator]()
  let ended = false
  let cancelled = false
  // Not Readable.toWeb: what is under way when the decoder gives up would end the process.
  const source = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await blocks.next()
        ended = next.done === true
        if (cancelled) return
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      cancel() {
        cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
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
