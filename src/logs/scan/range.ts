import { fstatSync, readSync } from 'node:fs'
import { startsExport } from '../../sshd-log/journal.ts'
import type { Reader } from './reader.ts'

/** Below this a second thread costs more than it brings. */
export const WORTH_TWO_THREADS: number = 200 << 20
/** A second thread begins to read so much later: as long as the first takes for these bytes. */
const HEAD_START = 40 << 20

/** Reads the bytes from `from` up to `to` (undefined: to the end, growing or not) into the engine's own memory. */
export function readRange(
  fd: number,
  from: number | null,
  to: number | undefined,
  reader: Pick<Reader, 'block' | 'filled'>,
): void {
  let at = from
  for (;;) {
    const block = reader.block()
    const wanted = to === undefined || at === null ? block.length : Math.min(block.length, to - at)
    if (wanted <= 0) return
    const length = readSync(fd, block, 0, wanted, at)
    if (length === 0) return
    reader.filled(length)
    if (at !== null) at += length
  }
}

/**
 * Where the second part of a file may begin: behind a newline, where two threads end together, and not on a line that means the one before it. Undefined
 * where no
 * such place is found in 4 MB, or where the file is of a format whose lines hang together.
 */
export function middleOf(fd: number): number | undefined {
  const { size } = fstatSync(fd)
  const head = Buffer.alloc(64)
  readSync(fd, head, 0, head.length, 0)
  if (startsExport(head.toString('latin1'))) return undefined
  const bytes = Buffer.alloc(1 << 16)
  let at = Math.floor((size + HEAD_START) / 2)
  for (let tries = 0; tries < 64; tries++) {
    const length = readSync(fd, bytes, 0, bytes.length, at)
    let newline = bytes.subarray(0, length).indexOf('\n')
    while (newline >= 0) {
      const next = bytes.indexOf('\n', newline + 1)
      if (next < 0 || next >= length) break
      if (!bytes.subarray(newline, next).includes('last message repeated')) return at + newline + 1
      newline = next
    }
    at += newline >= 0 ? newline : length
    if (length === 0) return undefined
  }
  return undefined
}
