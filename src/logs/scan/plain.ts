import type { SummaryOptions } from '../../sshd-log/summary-options.ts'
import { makeSummariser } from '../../sshd-log/summary.ts'
import { newLineSplitter } from './lines.ts'
import type { LogSummary } from '../../sshd-log/types.ts'

/** Takes bytes in order; a source that ends without a newline ends its last line all the same. */
export interface Scanner {
  bytes(chunk: Uint8Array): void
  endOfSource(): void
  summary(): LogSummary
}

/** The reference engine: every line a string, read by the recogniser alone. */
export function plainScanner(options: SummaryOptions): Scanner {
  const summariser = makeSummariser(options)
  const splitter = newLineSplitter((line) => summariser.add(line))
  return { bytes: splitter.bytes, endOfSource: splitter.end, summary: summariser.summary }
}
