import { createReadStream } from 'node:fs'
import { newEventWatch } from '../../../knowledge/log-findings/events.ts'
import { visible } from '../../../core/visible.ts'
import { follow } from '../../../logs/read/follow.ts'
import type { LogPart } from '../../../logs/read/part.ts'
import { newLineSplitter } from '../../../logs/scan/lines.ts'
import { lineToJson } from '../../../report/logs/ndjson.ts'
import { newReadState, recogniseLine } from '../../../sshd-log/line.ts'
import { makeSummariser } from '../../../sshd-log/summary.ts'
import type { SummaryOptions } from '../../../sshd-log/summary-options.ts'
import type { LogLine, LogSummary } from '../../../sshd-log/types.ts'

/** Read at a time; what is told of it is written at once, about as much again. */
const PIECE = 1 << 16

export interface StreamHow {
  options: SummaryOptions
  /** What the log comes to, where the fast engine has read it already: lines are recognised then, and not counted. */
  known?: LogSummary
  /** Every recognised line as JSON, instead of events in words. */
  ndjson: boolean
  follow: boolean
  signal: AbortSignal
  /** False: nobody reads any more. */
  write(text: string): Promise<boolean>
  /** Hears of the totals after every piece that was read. */
  totals(now: { failures: number; accepted: number; drops: number }): void
  /** All that was there is read; from here on it is news. */
  caughtUp(): Promise<void>
}

/** Reads line by line, in the order given; under `follow` the last part until the signal. */
export async function streamParts(parts: readonly LogPart[], how: StreamHow): Promise<LogSummary> {
  const began = Date.now()
  const summariser = how.known ? knownSummary(how.known, how.options) : makeSummariser(how.options)
  const watch = newEventWatch()
  const { totals, count } = newTotals()
  let out = ''
  let live = false
  const splitter = newLineSplitter((text) => {
    const line = summariser.add(text)
    if (!line) return
    count(line)
    if (how.ndjson) out += lineToJson(line)
    else if (how.follow) {
      const says = watch.hear(line, Date.now())
      if (says !== undefined && (live || (line.at ?? 0) >= began)) out += `${clock(line.at)} ${visible(says)}\n`
    }
  })
  const flush = async (): Promise<boolean> => {
    how.totals(totals)
    if (out === '') return true
    const text = out
    out = ''
    return how.write(text)
  }
  for (const [i, part] of parts.entries()) {
    const last = how.follow && i === parts.length - 1
    for await (const chunk of bytesOf(part, last, how.signal)) {
      if (chunk) splitter.bytes(chunk)
      else if (!live) {
        live = true
        await how.caughtUp()
      }
      if (!(await flush())) return summariser.summary()
    }
    splitter.end()
    if (!(await flush())) break
  }
  return summariser.summary()
}

function knownSummary(summary: LogSummary, options: SummaryOptions): ReturnType<typeof makeSummariser> {
  const state = newReadState(options)
  return { add: (text) => recogniseLine(text, state), summary: () => summary }
}

async function* bytesOf(part: LogPart, last: boolean, signal: AbortSignal): AsyncIterable<Uint8Array | undefined> {
  const opened = part.open()
  if (last && typeof opened === 'string') yield* follow(opened, { signal })
  else if (typeof opened === 'string') yield* createReadStream(opened, { highWaterMark: PIECE })
  else if (last) yield* untilAborted(opened as AsyncIterable<Uint8Array>, signal)
  else yield* opened
}

/** A stream that never ends by itself ends with the signal. */
async function* untilAborted(source: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncIterable<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]()
  const aborted = new Promise<{ done: true; value: undefined }>((resolve) =>
    signal.addEventListener('abort', () => resolve({ done: true, value: undefined }), { once: true }),
  )
  for (;;) {
    const next = await Promise.race([chunks.next(), aborted])
    if (next.done) {
      if (signal.aborted) void chunks.return?.()
      return
    }
    yield next.value
  }
}

/** What is known while lines come. A drop counts when its line comes, and the others of its episode when that is over. */
function newTotals() {
  const totals = { failures: 0, accepted: 0, drops: 0 }
  const seen = new Map<string, number>()
  const count = ({ kind, count = 1, host = '', pid = 0 }: LogLine): void => {
    if (kind === 'failed') totals.failures += count
    else if (kind === 'accepted') totals.accepted += count
    else if (kind === 'drop' || kind === 'drop-per-source' || kind === 'drops-suppressed') {
      const daemon = `${host} ${pid}`
      const inEpisode = seen.get(daemon)
      if (inEpisode !== undefined) seen.set(daemon, inEpisode + count)
      if (kind !== 'drop-per-source' || inEpisode !== undefined) totals.drops += count
    } else if (kind === 'throttling-begins') seen.set(`${host} ${pid}`, 0)
    else if (kind === 'throttling-ends') {
      totals.drops += Math.max(0, count - (seen.get(`${host} ${pid}`) ?? 0))
      seen.delete(`${host} ${pid}`)
    }
  }
  return { totals, count }
}

const clock = (at: number | undefined) => (at === undefined ? '--:--:--' : new Date(at).toISOString().slice(11, 19))
