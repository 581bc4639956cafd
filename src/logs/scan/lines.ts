import { LONGEST_LINE } from '../../sshd-log/line.ts'

/** What stands for a line that is too long to be sshd's: not recognised, but counted. */
export const TOO_LONG = 'x'.repeat(LONGEST_LINE + 1)

const NEWLINE = 10

/**
 * Cuts bytes into lines, as text; a line is what a newline ends, and what is left at the end of a source. Of a line over 64 KB (NULs in
 * front left out: a machine that lost power leaves a run of them) no more than that is kept. A chunk may be overwritten after the call.
 */
export function newLineSplitter(line: (text: string) => void): { bytes(chunk: Uint8Array): void; end(): void } {
  let kept: Buffer[] = []
  let size = 0

  const keep = (part: Buffer): void => {
    let from = 0
    if (size === 0) while (from < part.length && part[from] === 0) from++
    if (size <= LONGEST_LINE * 4 && from < part.length) kept.push(Buffer.from(part.subarray(from)))
    size += part.length - from
  }
  const finish = (): void => {
    const text = size > LONGEST_LINE * 4 ? TOO_LONG : Buffer.concat(kept).toString()
    kept = []
    size = 0
    open = false
    line(text)
  }
  /** Something of a line was kept, if only NULs. */
  let open = false

  return {
    bytes(chunk) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      let from = 0
      for (;;) {
        const to = bytes.indexOf(NEWLINE, from)
        if (to < 0) break
        if (open) {
          keep(bytes.subarray(from, to))
          finish()
        } else if (to - from > LONGEST_LINE) {
          keep(bytes.subarray(from, to))
          finish()
        } else line(bytes.toString('utf8', from, to))
        from = to + 1
      }
      if (from < bytes.length) {
        open = true
        keep(bytes.subarray(from))
      }
    },
    end() {
      if (open) finish()
    },
  }
}
