import { closeSync, openSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { Reader } from './reader.ts'
import { readRange } from './range.ts'

/** Reads the second half of a large file beside the first. */
const { path, from, to, ...options } = workerData as {
  path: string
  from: number
  to?: number
  begin?: number
  zone?: string
}
const fd = openSync(path, 'r')
try {
  const reader = new Reader(options)
  readRange(fd, from, to, reader)
  reader.endOfSource()
  const part = reader.part()
  parentPort!.postMessage(part, [part.heap])
} finally {
  closeSync(fd)
}
