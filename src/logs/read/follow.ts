import { open, readdir, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

export interface FollowOptions {
  /** How often to look, milliseconds. */
  every?: number
  signal: AbortSignal
}

const BLOCK = 1 << 18
/** So much before the place we are at must still be there: else the file was emptied and has grown past us since. */
const WITNESS = 256
/** A writer goes on writing to a renamed file until it is told to open the new one. */
const OLD_STAYS_MS = 3000

/**
 * The bytes of a file from its beginning, once it is there, and then whatever is written to it, until `signal`; rotation by rename and by copy and
 * truncate loses nothing and repeats nothing. `undefined` is given out whenever all that is there has been read.
 */
export async function* follow(
  path: string,
  { every = 100, signal }: FollowOptions,
): AsyncGenerator<Uint8Array | undefined> {
  let opened = await openOrNothing(path)
  while (!opened) {
    yield undefined
    if (signal.aborted) return
    await new Promise((resolve) => setTimeout(resolve, every))
    opened = await openOrNothing(path)
  }
  /** The files the path has named, oldest first; all but the last were renamed away and may still grow for a moment. */
  const queue: Entry[] = [{ file: new Followed(opened), until: Infinity, held: [] }]
  const interrupted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  try {
    for (;;) {
      // Looked at once a round: what is there when ^C comes is still read.
      const closing = signal.aborted ? Infinity : Date.now()
      const last = queue.at(-1)!
      const successor = await another(path, last.file)
      if (successor) {
        last.until = Date.now() + OLD_STAYS_MS
        queue.push({ file: successor, until: Infinity, held: [] })
      }
      // While a renamed file may still grow, what its successors say is kept back: lines keep their order.
      for (const entry of queue) {
        // What was renamed away only grows; where it shrinks somebody has put another file's text into it.
        const all = entry === queue.at(-1) ? entry.file.all(path) : entry.file.rest()
        for await (const news of all) {
          if (entry === queue[0]) yield news
          else entry.held.push(news)
        }
      }
      while (queue.length > 1 && queue[0]!.until <= closing) {
        await queue.shift()!.file.close()
        yield* queue[0]!.held.splice(0)
      }
      yield undefined
      if (closing === Infinity) return
      let timer
      await Promise.race([new Promise((resolve) => (timer = setTimeout(resolve, every))), interrupted])
      clearTimeout(timer)
    }
  } finally {
    for (const { file } of queue) await file.close()
  }
}

/** Nothing where there is no file yet; whatever else is wrong with it is thrown. */
async function openOrNothing(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

interface Entry {
  file: Followed
  until: number
  held: Uint8Array[]
}

class Followed {
  readonly #file: FileHandle
  at = 0
  witness: Buffer = Buffer.alloc(0)
  constructor(file: FileHandle) {
    this.#file = file
  }

  /** Whatever is new: where the file was emptied first what the copy of it has. */
  async *all(path: string): AsyncGenerator<Uint8Array> {
    if (await this.wasEmptied()) {
      const copy = await copyOf(path, this)
      if (copy) yield* copy
      this.at = 0
      this.witness = Buffer.alloc(0)
    }
    yield* this.news()
  }

  async *rest(): AsyncGenerator<Uint8Array> {
    if (!(await this.wasEmptied())) yield* this.news()
  }

  async *news(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const block = Buffer.alloc(BLOCK)
      const { bytesRead } = await this.#file.read(block, 0, BLOCK, this.at)
      if (bytesRead === 0) return
      const news = block.subarray(0, bytesRead)
      this.at += bytesRead
      this.witness = Buffer.from(Buffer.concat([this.witness, news.subarray(-WITNESS)]).subarray(-WITNESS))
      yield news
    }
  }

  async wasEmptied(): Promise<boolean> {
    const { size } = await this.#file.stat()
    if (size < this.at) return true
    return !(await holds(this.#file, this))
  }

  async id(): Promise<string> {
    const { dev, ino } = await this.#file.stat()
    return `${dev}:${ino}`
  }

  close(): Promise<void> {
    return this.#file.close()
  }
}

/** Whether a file has, before our place, the bytes we have read there. */
async function holds(file: FileHandle, { at, witness }: Followed): Promise<boolean> {
  const there = Buffer.alloc(witness.length)
  const { bytesRead } = await file.read(there, 0, there.length, at - witness.length)
  return bytesRead === witness.length && there.equals(witness)
}

/** The file that has taken the path over; undefined while it is ours, or for a moment nobody's. */
async function another(path: string, file: Followed): Promise<Followed | undefined> {
  try {
    const { dev, ino } = await stat(path)
    return `${dev}:${ino}` === (await file.id()) ? undefined : new Followed(await open(path))
  } catch {
    return undefined
  }
}

/** What was written between our last look and the copying: the copy lies beside the file and has our bytes where we were. */
async function copyOf(path: string, file: Followed): Promise<AsyncGenerator<Uint8Array> | undefined> {
  if (file.at === 0) return undefined
  const name = basename(path)
  const beside = (await readdir(dirname(path)).catch(() => [])).filter((each) => each !== name && each.startsWith(name))
  const aged = await Promise.all(
    beside.map(async (each) => {
      const full = join(dirname(path), each)
      const about = await stat(full).catch(() => undefined)
      return { full, changed: about?.isFile() && about.size >= file.at ? about.mtimeMs : -1 }
    }),
  )
  for (const { full } of aged.filter(({ changed }) => changed >= 0).sort((a, b) => b.changed - a.changed)) {
    const copy = await open(full).catch(() => undefined)
    if (!copy) continue
    if (await holds(copy, file)) return restOf(copy, file.at)
    await copy.close()
  }
  return undefined
}

async function* restOf(copy: FileHandle, at: number): AsyncGenerator<Uint8Array> {
  const rest = new Followed(copy)
  rest.at = at
  try {
    yield* rest.news()
  } finally {
    await rest.close()
  }
}
