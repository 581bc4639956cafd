import { readFileSync, statSync } from 'node:fs'
import { chooseFiles } from '../../../logs/read/choose.ts'
import { scan } from '../../../logs/scan/scan.ts'
import type { Episode, LogSummary } from '../../../sshd-log/types.ts'
import { notAfterOf } from '../logs/year.ts'
import { reasonOf } from '../../reason.ts'

/** A summary is some kilobytes; a longer file is a log. */
const LONGEST_SUMMARY = 16 * 1024 * 1024

/**
 * What a log says: a file, a folder, `-`, or what `sshmedic logs --json` printed. `begin` is the first number of MaxStartups,
 * below which a drop was no drop of its. `failed`: why not, as a sentence.
 */
export async function readForStartups(
  name: string,
  begin: number,
): Promise<{ summary: LogSummary; notes: string[] } | { failed: string }> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const named = name === '-' ? 'standard input' : name
  try {
    const summary = name === '-' ? undefined : summaryIn(name)
    if (summary) return { summary, notes: [] }
    const { parts, unread, notes } = await chooseFiles([name], { zone, reason: reasonOf })
    if (parts.length === 0)
      return { failed: `${unread[0]?.name ?? named} cannot be read: ${unread[0]?.says ?? 'nothing'}.` }
    const options = { zone, begin, notAfter: notAfterOf(parts, Date.now()) }
    const read = await scan(
      parts.map((part) => part.open()),
      options,
    )
    if (read.recognised === 0) return { failed: `${named} has no line of sshd's.` }
    return { summary: read, notes: [...notes, ...unread.map((one) => `${one.name}: ${one.says}.`)] }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
    return { failed: `${named} cannot be read: ${reasonOf(error)}.` }
  }
}

function summaryIn(file: string): LogSummary | undefined {
  const { size } = statSync(file)
  if (size > LONGEST_SUMMARY || !statSync(file).isFile()) return undefined
  const text = readFileSync(file, 'utf8')
  if (!/^\s*\{/.test(text)) return undefined
  try {
    const value = JSON.parse(text) as unknown
    return isSummary(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Only what is read of it; the file may be anybody's. */
function isSummary(value: unknown): value is LogSummary {
  const { failures, drops, episodes, releases } = value as Partial<LogSummary>
  return (
    typeof failures?.total === 'number' &&
    isByAddress(failures.byAddress) &&
    typeof drops?.total === 'number' &&
    typeof drops.exact === 'boolean' &&
    isByAddress(drops.byAddress) &&
    Array.isArray(releases) &&
    Array.isArray(episodes) &&
    episodes.every(isEpisode)
  )
}

const isByAddress = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof (each as { address?: unknown } | null)?.address === 'string')

function isEpisode(value: unknown): value is Episode {
  const { start, end, dropped, peak } = (value ?? {}) as Partial<Episode>
  const time = (each: unknown) => each === null || typeof each === 'string'
  return time(start) && time(end) && typeof dropped === 'number' && (peak === null || typeof peak === 'number')
}
