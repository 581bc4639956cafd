import { firstTime } from '../../../logs/read/first-time.ts'
import type { LogPart } from '../../../logs/read/part.ts'
import { scan } from '../../../logs/scan/scan.ts'
import type { LogSource } from '../../../logs/scan/scan.ts'

/** No line is later than the youngest part was written. */
export const notAfterOf = (parts: readonly LogPart[], now: number): number =>
  parts.reduce((latest, { changed = now }) => Math.max(latest, changed), -Infinity)

/**
 * The year of the first line, where lines must be judged by their time one by one and carry none. Files are read through once
 * for it, because a log may cross New Year; of a stream the beginning has to do.
 */
export async function yearOf(
  parts: readonly LogPart[],
  options: { zone: string; now: number },
): Promise<{ year?: number; parts: LogPart[] }> {
  const [first, ...rest] = parts
  if (!first) return { parts: [] }
  if (parts.every(({ again }) => again)) {
    const dated = parts.map((part) => (part as { first?: { year?: number } }).first)
    // Whatever is known to begin with a year needs no reading.
    if (dated.every((each) => each !== undefined && each.year === undefined)) return { parts: [...parts] }
    const { time } = await scan(
      parts.map((part) => part.open()),
      { zone: options.zone, notAfter: notAfterOf(parts, options.now) },
    )
    return { ...(time.year !== null && { year: time.year }), parts: [...parts] }
  }
  const opened = first.open()
  if (typeof opened === 'string') return { parts: [...parts] }
  const { head, whole } = await peeked(opened)
  const begin = firstTime(head, first.changed ?? options.now, options.zone)
  const year = begin?.year
  return { ...(year !== undefined && { year }), parts: [{ ...first, open: () => whole }, ...rest] }
}

async function peeked(
  source: Exclude<LogSource, string>,
): Promise<{ head: Uint8Array; whole: AsyncIterable<Uint8Array> }> {
  const chunks =
    Symbol.asyncIterator in source
      ? source[Symbol.asyncIterator]()
      : (source as Iterable<Uint8Array>)[Symbol.iterator]()
  const first = await chunks.next()
  // The chunk may be overwritten once the next is asked for.
  const head = first.done ? new Uint8Array(0) : Uint8Array.from(first.value)
  async function* whole(): AsyncIterable<Uint8Array> {
    if (first.done) return
    yield head
    for (;;) {
      const next = await chunks.next()
      if (next.done) return
      yield next.value
    }
  }
  return { head, whole: whole() }
}
