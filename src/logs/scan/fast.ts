import type { Source } from '../../sshd-log/sources.ts'
import { concludeSummary, type SummaryOptions } from '../../sshd-log/summary.ts'
import { newThrottling } from '../../sshd-log/throttling.ts'
import type { LogSummary } from '../../sshd-log/types.ts'
import { readSources, type Part } from './part.ts'

/** Puts parts of one log, already appended to the first, into words. */
export function concludeParts(first: Part, sources: Map<string, Source>, options: SummaryOptions): LogSummary {
  const throttling = newThrottling()
  for (const line of first.throttling) throttling.add(line)
  return concludeSummary(first.tally, sources, throttling, options)
}

export function sourcesOf(part: Part): Map<string, Source> {
  const sources = new Map<string, Source>()
  readSources(part, sources, 0)
  return sources
}
