import { activityOf } from './activity.ts'
import { newAttempts } from './attempts.ts'
import { concludeSummary } from './conclude.ts'
import { newReadState, recogniseLine, type ReadState } from './line.ts'
import { newSources, type SourceCounter } from './sources.ts'
import type { SummaryOptions } from './summary-options.ts'
import { inMinute, newTally, tallyLine, tallyWords, type Tally } from './tally.ts'
import { ABOUT_THROTTLING, Throttling } from './throttling.ts'
import type { LogLine, LogSummary } from './types.ts'

export interface Summariser {
  /** One line, without its newline. */
  add(text: string): LogLine | undefined
  summary(): LogSummary
}

/** Reads lines one by one; the plain engine. Memory grows with the number of addresses and names only. */
export function makeSummariser(options: SummaryOptions = {}): Summariser {
  const tally = newTally()
  const sources = newSources()
  const counter: SourceCounter = withMinutes(tally, sources)
  const attempts = newAttempts(counter)
  const throttling = new Throttling()
  const filtered = options.since !== undefined || options.until !== undefined
  const state: ReadState = newReadState(
    filtered
      ? { zone: options.zone, year: options.year, now: options.now, begin: options.begin }
      : { zone: options.zone, begin: options.begin },
  )
  return {
    add(text) {
      const line = recogniseLine(text, state)
      tally.lines = state.line
      if (!line) return undefined
      if (options.since !== undefined && line.at !== undefined && line.at < options.since) return undefined
      if (options.until !== undefined && line.at !== undefined && line.at >= options.until) return undefined
      tallyLine(tally, line)
      tallyWords(tally, line, state.message ?? '')
      attempts.add(line)
      if (ABOUT_THROTTLING.has(line.kind)) throttling.add(line)
      return line
    },
    summary() {
      const summary = concludeSummary(tally, (iso) => activityOf(sources.all, iso), throttling, options)
      if (filtered && state.year !== undefined && options.year === undefined) summary.time.year ??= state.year
      return summary
    },
  }
}

/** Failures and logins count in their minute as well. */
function withMinutes(tally: Tally, to: SourceCounter): SourceCounter {
  return {
    failed(address, user, at, times) {
      inMinute(tally, at, 0, times)
      to.failed(address, user, at, times)
    },
    accepted(address, user, at, times) {
      inMinute(tally, at, 1, times)
      to.accepted(address, user, at, times)
    },
  }
}
