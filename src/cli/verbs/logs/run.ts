import { findingsOf } from '../../../knowledge/log-findings/findings.ts'
import { troublesOf } from '../../../knowledge/log-findings/troubles.ts'
import { usualComplaint } from '../../../knowledge/log-findings/usual-complaint.ts'
import type { LogVerdict, Trouble } from '../../../knowledge/log-findings/types.ts'
import type { LogSummary } from '../../../sshd-log/types.ts'
import type { LogDocument } from '../../../report/logs/document.ts'
import { painted } from '../../../report/painted.ts'
import type { LogPart } from '../../../logs/read/part.ts'
import { scan } from '../../../logs/scan/scan.ts'
import { EXIT } from '../../exit.ts'
import { liveLine } from '../../live-line.ts'
import type { LiveLine } from '../../live-line.ts'
import { openInput } from './input.ts'
import type { OpenedInput } from './input.ts'
import { logsAsked } from './asked.ts'
import type { LogsAsked, LogsWords } from './asked.ts'
import { ownZone } from './own-zone.ts'
import { keepHeapSmall } from '../../small-heap.ts'
import { notAfterOf, yearOf } from './year.ts'
import { reasonOf } from '../../reason.ts'
import { screenOf } from '../../screen.ts'
import { writeError, writePieces, writeResult } from '../../streams.ts'

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** The earliest time a Date can hold. */
const EVER = -8.64e15
/** Below this nobody waits long enough to want to know. */
const LONG_READ = 50e6
/** How long --follow may take for its summary after ^C; longer where it is being written already. */
const LAST_WORDS_MS = 5000

/**
 * `sshmedic logs …`. Exit code 0: nothing to act on. 1: sshd turns people away (MaxStartups,
 * PerSourceMaxStartups, penalties) or fails itself, somebody was let in after a run of guesses, or passwords are guessed in earnest. 2: usage.
 * 3: nothing was read, or something of what was asked for could not be, and the rest shows nothing wrong.
 */
export async function run(words: LogsWords, version: string): Promise<number> {
  const now = Date.now()
  const here = ownZone()
  const asked = logsAsked(words, now, here)
  const interrupted = new AbortController()
  let ending: NodeJS.Timeout | undefined
  const end = () => {
    interrupted.abort()
    // A read that waits for a silent stream hears of no signal; nobody who has said ^C waits with it.
    ending = setTimeout(leave, asked.follow ? LAST_WORDS_MS : 0).unref()
  }
  const leave = async () => {
    live.clear()
    if (input && 'close' in input)
      await Promise.race([input.close(), new Promise((resolve) => setTimeout(resolve, 1000))])
    process.exit(EXIT.interrupted)
  }
  const live = liveLine(process.stderr)
  let input: OpenedInput | { failed: string } | undefined
  for (const name of ENDING) process.on(name, end)
  try {
    const zone = asked.zone ?? here
    const progress = (text: string) => live.say(text)
    input = await openInput(asked, { zone, signal: interrupted.signal, progress })
    if ('failed' in input) {
      live.clear()
      writeError(input.failed)
      return interrupted.signal.aborted ? EXIT.interrupted : EXIT.unknown
    }
    if (input.parts.length === 0) {
      live.clear()
      complain(input)
      return EXIT.unknown
    }
    const settled = () => clearTimeout(ending)
    const heard = asked.zone ?? input.zone ?? here
    return await read(asked, input, { version, now, zone: heard, live, interrupted, settled })
  } catch (error) {
    live.clear()
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    writeError(`${(error as NodeJS.ErrnoException).path ?? 'the log'} cannot be read: ${reasonOf(error)}.`)
    return EXIT.unknown
  } finally {
    live.clear()
    for (const name of ENDING) process.off(name, end)
    if (input && 'close' in input) await input.close()
  }
}

interface ReadHow {
  version: string
  now: number
  zone: string
  live: LiveLine
  interrupted: AbortController
  /** All is read: what is left is to tell it, however slowly it is taken. */
  settled(): void
}

async function read(asked: LogsAsked, input: OpenedInput, how: ReadHow): Promise<number> {
  const { live, interrupted } = how
  const streams = asked.follow || asked.format === 'ndjson'
  const summary = streams ? await readStreaming(asked, input, how) : await readWhole(asked, input, how)
  how.settled()
  live.clear()
  if (interrupted.signal.aborted && !asked.follow) return EXIT.interrupted
  const findings = findingsOf(summary, await troublesIn(summary))
  const { from, parts, unread, notes } = input
  const document: LogDocument = {
    version: how.version,
    input: { from, parts: parts.map(({ name, size }) => ({ name, size: size ?? null })), unread, notes },
    window: { since: isoOf(asked.window.since), until: isoOf(asked.window.until) },
    summary,
    findings,
  }
  if (asked.format === 'ndjson' || asked.format === 'json') complain(input)
  const written = asked.format === 'ndjson' || (await writePieces(await render(document, asked)))
  return written ? codeOf(findings.verdict, unread.length > 0) : EXIT.unknown
}

/** The lexicon is loaded only where a log complains of more than strangers. */
async function troublesIn({ complaints = [] }: LogSummary): Promise<Trouble[]> {
  const usual = complaints.every((each) => usualComplaint(each) !== undefined)
  if (usual) return troublesOf(complaints, (each) => usualComplaint(each)!)
  return troublesOf(complaints, (await import('../../../knowledge/log-findings/read-complaint.ts')).readComplaint)
}

/** The fast way: files go to the engine as they are. */
async function readWhole(asked: LogsAsked, { parts: all, begin }: OpenedInput, how: ReadHow): Promise<LogSummary> {
  keepHeapSmall()
  const size = all.reduce((sum, { size = LONG_READ }) => sum + size, 0)
  if (size >= LONG_READ) how.live.say(`reading ${all.length === 1 ? all[0]!.name : `${all.length} logs`}`)
  const filtered = asked.window.since !== undefined || asked.window.until !== undefined
  const { year, parts } =
    filtered && asked.year === undefined ? await yearOf(all, how) : { year: asked.year, parts: all }
  const options = {
    zone: how.zone,
    notAfter: notAfterOf(all, how.now),
    ...asked.window,
    ...(year === undefined ? { now: () => how.now } : { year }),
    ...beginOf(asked, begin),
  }
  return scan(
    parts.map((part) => abortable(part, how.interrupted.signal)),
    options,
  )
}

/** What the user says, else what the server's own sshd says. */
function beginOf(asked: LogsAsked, found: number | undefined): { begin?: number } {
  const begin = asked.begin ?? found
  return begin === undefined ? {} : { begin }
}

/** ^C ends a stream between two pieces; a file is done before anybody could wait for it. */
function abortable(part: LogPart, signal: AbortSignal) {
  const source = part.open()
  if (typeof source === 'string') return source
  return (async function* () {
    for await (const chunk of source) {
      if (signal.aborted) return
      yield chunk
    }
  })()
}

async function readStreaming(asked: LogsAsked, { parts: all, begin }: OpenedInput, how: ReadHow): Promise<LogSummary> {
  const { streamParts } = await import('./streaming.ts')
  const { summaryLine } = await import('../../../report/logs/words.ts')
  const ndjson = asked.format === 'ndjson'
  const words = asked.follow && asked.format === 'terminal'
  const known = await knownBefore(asked, all, begin, how)
  // Until --follow is ended by ^C there is nothing to wait for on stdin's or a journal's beginning.
  const { year, parts } = known
    ? { year: known.time.year ?? undefined, parts: all }
    : asked.year === undefined
      ? await yearOf(all, how)
      : { year: asked.year, parts: all }
  let last = ''
  const summary = await streamParts(parts, {
    // The summariser gives lines their years only where it judges them by time.
    options: {
      zone: how.zone,
      notAfter: how.now,
      since: EVER,
      ...asked.window,
      // A log that begins only now is of this year.
      ...(year === undefined ? { now: Date.now } : { year }),
      ...beginOf(asked, begin),
    },
    ...(known && { known }),
    ndjson,
    follow: asked.follow,
    signal: how.interrupted.signal,
    async write(text) {
      if (!ndjson && !words) return true
      how.live.clear()
      return (await writeResult(text)) && !gone()
    },
    totals(now) {
      const says = summaryLine(now)
      if (asked.follow && says !== last) how.live.say((last = says))
    },
    async caughtUp() {
      how.live.clear()
      if (words)
        await writeResult(
          `Following ${all.at(-1)!.name}: ${last === '' ? 'nothing yet' : last} so far. ^C ends with the summary.\n`,
        )
    },
  })
  if (year !== undefined) summary.time.year ??= year
  return summary
}

/** Files that can be read twice are counted by the fast engine first: one more reading is quicker than counting line by line. */
async function knownBefore(asked: LogsAsked, all: readonly LogPart[], found: number | undefined, how: ReadHow) {
  const { window, follow, format, year } = asked
  if (follow || format !== 'ndjson' || window.since !== undefined || window.until !== undefined) return undefined
  if (!all.every(({ again }) => again)) return undefined
  const options = { zone: how.zone, notAfter: notAfterOf(all, how.now), ...(year !== undefined && { year }) }
  return scan(
    all.map((part) => abortable(part, how.interrupted.signal)),
    { ...options, ...beginOf(asked, found) },
  )
}

/** Whoever read our stdout has gone (`| head`). */
const gone = (): boolean => process.stdout.destroyed || process.stdout.errored !== null

function complain({ unread }: OpenedInput): void {
  for (const { name, says, partly } of unread)
    writeError(`${name} ${partly ? 'was read in part only' : 'cannot be read'}: ${says}.`)
}

function codeOf(verdict: LogVerdict, unread: boolean): number {
  if (verdict !== 'nothing-read' && verdict !== 'quiet') return EXIT.unreachable
  return unread || verdict === 'nothing-read' ? EXIT.unknown : EXIT.reachable
}

const isoOf = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString())

async function render(document: LogDocument, { format, colour }: LogsAsked): Promise<Iterable<string>> {
  if (format === 'json') return (await import('../../../report/logs/json.ts')).logsToJson(document)
  const { logsPage } = await import('../../../report/pages/logs.ts')
  const as = format === 'ndjson' ? 'terminal' : format
  return [await painted(logsPage(document), as, screenOf(process.stdout, process.env, colour))]
}
