import { KEPT, startsExport } from '../../sshd-log/journal.ts'
import type { Bytes } from './decompress.ts'

const NEWLINE = 10
const SIZE = 8
/** Of a field that is kept; a core dump is a field as well. */
const LONGEST = 1 << 20

/** Longer than the names of the fields an entry begins with. */
const FRONT = 64

export const isExport = (head: Uint8Array): boolean =>
  startsExport(Buffer.from(head.subarray(0, FRONT)).toString('latin1'))

/**
 * The journal's export format (systemd, "Journal Export Formats") as lines of `journalctl -o json`, one for each entry; an entry of another program is an
 * empty line. A field with newlines in it tells its length in front, in eight bytes: read by lines, what it holds would pass for fields and entries.
 */
export async function* exportAsJson(bytes: Bytes): Bytes {
  const entry = new Map<string, string>()
  let kept: Buffer = Buffer.alloc(0)
  /** Bytes of a field nobody wants that are still to come. */
  let skip = 0
  let out = ''

  const finish = (): void => {
    if (entry.size === 0) return
    const sshd = /sshd/.test(entry.get('SYSLOG_IDENTIFIER') ?? entry.get('_COMM') ?? '')
    out += sshd ? `${JSON.stringify(Object.fromEntries(entry))}\n` : '\n'
    entry.clear()
  }
  /** One line or one binary field from `at` on: the index behind it, −1 where it is not whole yet. */
  const field = (at: number): number => {
    const end = kept.indexOf(NEWLINE, at)
    if (end < 0) return -1
    if (end === at) {
      finish()
      return end + 1
    }
    const sign = kept.subarray(at, end).indexOf('=')
    if (sign >= 0) {
      const name = kept.toString('latin1', at, at + sign)
      // Something of each entry is remembered, so that it counts.
      if (KEPT.has(name) || entry.size === 0) entry.set(name, kept.toString('utf8', at + sign + 1, end))
      return end + 1
    }
    if (kept.length < end + 1 + SIZE) return -1
    const length = Number(kept.readBigUInt64LE(end + 1))
    const from = end + 1 + SIZE
    const name = kept.toString('latin1', at, end)
    if (!KEPT.has(name) || length > LONGEST) {
      skip = length + 1
      return from
    }
    if (kept.length < from + length + 1) return -1
    entry.set(name, kept.toString('utf8', from, from + length))
    return from + length + 1
  }

  for await (const chunk of bytes) {
    kept = kept.length === 0 ? Buffer.from(chunk) : Buffer.concat([kept, chunk])
    let at = 0
    for (;;) {
      const skipped = Math.min(skip, kept.length - at)
      skip -= skipped
      at += skipped
      const next = skip > 0 ? -1 : field(at)
      if (next < 0) break
      at = next
    }
    kept = Buffer.from(kept.subarray(at))
    if (out !== '') yield Buffer.from(out)
    out = ''
  }
  finish()
  if (out !== '') yield Buffer.from(out)
}
