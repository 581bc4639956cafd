import type { SummaryOptions } from '../../sshd-log/summary-options.ts'
import { makeSummariser } from '../../sshd-log/summary.ts'
import { newLineSplitter } from './lines.ts'
import type { Scanner } from './scan.ts'

/** The reference engine: every line a string, read by the recogniser alone. */
export function plainScanner(options: SummaryOptions): Scanner {
  const summariser = makeSummariser(options)
  const splitter = newLineSplitter((line) => summariser.add(line))
  return { bytes: splitter.bytes, endOfSource: splitter.end, summary: summariser.summary }
}
