import { execFile } from 'node:child_process'
import { parseMaxStartups } from '../../openssh/max-startups.ts'
import { journalSpan, spawnJournal } from './journal.ts'
import { ownFiles } from './choose.ts'
import type { ChooseOptions } from './choose.ts'
import type { LogInput, LogPart, Unread } from './part.ts'

export interface Window {
  since?: number
  until?: number
}

const HOUR = 3_600_000

/** The journal of this machine as one part of a log. */
function journalPart(window: Window, tell: (unread: Unread) => void): LogPart {
  const name = 'the journal of this machine'
  async function* open() {
    const journal = spawnJournal([], window)
    yield* journal.chunks
    const failed = await journal.failed
    if (failed !== undefined) tell({ name, says: failed })
  }
  return { name, again: true, changed: Date.now(), open }
}

/** `--journal`: the journal, and where it has nothing of sshd's the files of syslog. */
export async function ownJournal(window: Window, options: ChooseOptions): Promise<LogInput> {
  const span = await journalSpan()
  if (span !== undefined) return journalOnly(window)
  const files = await ownFiles(options)
  const notes = ['The journal has no line of sshd’s, so the files of syslog were read.']
  return files.parts.length > 0 ? { ...files, notes: [...files.notes, ...notes] } : nothing(files)
}

/** What could not be read is in `unread` already; without that there is just nothing. */
function nothing(files: LogInput): LogInput {
  const root = process.getuid?.() === 0
  const says = `its journal has no line of sshd’s${root ? '' : ' that you may read'}, and there is no auth.log, secure, messages or syslog in /var/log`
  const unread = files.unread.length > 0 ? files.unread : [{ name: 'the log of this machine', says }]
  return { ...files, parts: [], unread }
}

function journalOnly(window: Window): LogInput {
  const unread: Unread[] = []
  const part = journalPart(window, (one) => void unread.push(one))
  return { from: part.name, parts: [part], unread, notes: [] }
}

/**
 * Without an argument: journal or files of syslog, whichever reaches further back; files that have stopped growing while the
 * journal went on do not count as saying more.
 */
export async function ownLogs(window: Window, options: ChooseOptions): Promise<LogInput> {
  const [span, files] = await Promise.all([journalSpan(), ownFiles(options)])
  if (span === undefined) return files.parts.length > 0 ? files : nothing(files)
  const [oldest, newest] = [files.parts[0], files.parts.at(-1)]
  if (!oldest || !newest) return journalOnly(window)
  const since = (oldest as { first?: { at: number } }).first?.at
  const stale = (newest.changed ?? 0) < span.last - HOUR
  if (stale || since === undefined || since > span.first + HOUR) return journalOnly(window)
  return files
}

/** First number of MaxStartups of this machine's sshd; undefined where it cannot be asked (it wants root). */
export function ownBegin(): Promise<number | undefined> {
  return new Promise((resolve) => {
    execFile('/usr/sbin/sshd', ['-T'], { timeout: 5000 }, (error, stdout) => {
      const text = /^maxstartups (\S+)/im.exec(stdout)?.[1]
      resolve(error || text === undefined ? undefined : parseMaxStartups(text)?.start)
    })
  })
}
