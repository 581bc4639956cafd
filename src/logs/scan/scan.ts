import { closeSync, fstatSync, openSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { SummaryOptions } from '../../sshd-log/summary-options.ts'
import type { LogSummary } from '../../sshd-log/types.ts'
import { optimiseMuch } from './optimiser.ts'
import type { Part } from './part.ts'
import { plainScanner, type Scanner } from './plain.ts'
import { middleOf, readRange, WORTH_TWO_THREADS } from './range.ts'
import { Reader } from './reader.ts'

/** What is read: a file that is not compressed, by its path, or bytes from anywhere. */
export type LogSource = string | AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export interface ScanOptions extends SummaryOptions {
  /** `plain` reads with the JavaScript engine, which is the reference; ten times slower. Left out: the fast one where it can. */
  engine?: 'wasm' | 'plain'
  /** 1: never a second thread. Left out: two for a file over 200 MB. */
  threads?: 1 | 2
}

/**
 * Reads sources in the order given (rotated ones oldest first), as one log, and says what they say. Memory grows with the number of addresses and
 * names, not with the length. `since` and `until` need each line's time and are read by the plain engine. Throws what reading throws (ENOENT, EACCES, …).
 */
export async function scan(sources: readonly LogSource[], options: ScanOptions = {}): Promise<LogSummary> {
  const filtered = options.since !== undefined || options.until !== undefined
  if (filtered && options.year === undefined && sources.every((source) => typeof source === 'string')) {
    // Which year a yearless line is of is known at the end of the log only: one look at all of it comes first.
    const whole = await scan(sources, { ...options, since: undefined, until: undefined })
    return scanPlain(sources, { ...options, year: whole.time.year ?? undefined })
  }
  if (filtered || options.engine === 'plain') return scanPlain(sources, options)
  optimiseMuch(false)
  let reader: Reader | undefined
  for (const source of sources) {
    reader ??= new Reader(options)
    if (typeof source === 'string') await readFile(source, reader, options)
    else {
      for await (const chunk of source) reader.bytes(chunk)
      reader.endOfSource()
    }
  }
  return reader?.summary(options) ?? plainScanner(options).summary()
}

async function readFile(path: string, reader: Reader, options: ScanOptions): Promise<void> {
  const fd = openSync(path, 'r')
  try {
    const stat = fstatSync(fd)
    const middle = options.threads !== 1 && stat.isFile() && stat.size > WORTH_TWO_THREADS ? middleOf(fd) : undefined
    if (middle === undefined) {
      readRange(fd, stat.isFile() ? 0 : null, undefined, reader)
      reader.endOfSource()
      return
    }
    const second = readBeside(path, middle, options)
    readRange(fd, 0, middle, reader)
    reader.append(await second)
  } finally {
    closeSync(fd)
  }
}

/** Reads a file from `from` on in a thread of its own. */
function readBeside(path: string, from: number, { begin, zone }: ScanOptions): Promise<Part> {
  const name = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js'
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(name, import.meta.url), {
      workerData: { path, from, begin, zone },
      // It makes nothing of its own but a few lines: the engine's tables are outside of its heap.
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

async function scanPlain(sources: readonly LogSource[], options: ScanOptions): Promise<LogSummary> {
  optimiseMuch(true)
  const scanner = plainScanner(options)
  for (const source of sources) {
    if (typeof source === 'string') readPlainly(source, scanner)
    else for await (const chunk of source) scanner.bytes(chunk)
    scanner.endOfSource()
  }
  return scanner.summary()
}

function readPlainly(path: string, scanner: Scanner): void {
  const fd = openSync(path, 'r')
  const block = new Uint8Array(1 << 20)
  try {
    readRange(fd, fstatSync(fd).isFile() ? 0 : null, undefined, {
      block: () => block,
      filled: (length) => scanner.bytes(block.subarray(0, length)),
    })
  } finally {
    closeSync(fd)
  }
}
