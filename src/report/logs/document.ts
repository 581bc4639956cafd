import { shownLines } from '../../core/shown-command.ts'
import { SCHEMA } from '../../core/types.ts'
import type { Findings } from '../../knowledge/log-findings/types.ts'
import type { LogSummary } from '../../sshd-log/types.ts'

/** What was read and what was not. */
interface LogInputSaid {
  from: string
  /** Oldest first. */
  parts: { name: string; size: number | null }[]
  unread: { name: string; says: string; partly?: true }[]
  notes: string[]
}

/** All that every renderer of `sshmedic logs` knows. */
export interface LogDocument {
  version: string
  input: LogInputSaid
  /** ISO 8601, as understood. */
  window: { since: string | null; until: string | null }
  summary: LogSummary
  findings: Findings
}

/** The document as `--json` has it (schema/logs.schema.json): the summary's keys on top, what is concluded under `findings`. */
export function logsJson({ version, input, window, summary, findings }: LogDocument): object {
  return {
    schema: SCHEMA,
    kind: 'sshmedic-logs',
    version,
    verdict: findings.verdict,
    says: findings.says,
    input,
    window,
    ...summary,
    findings: { ...findings, advice: findings.advice.map(shownAdvice) },
  }
}

/** An advice as one text with its lines to paste. */
export function shownAdvice({ id, steps }: Findings['advice'][number]): {
  id: string
  says: string
  commands?: string[]
} {
  const commands = steps.flatMap(shownLines)
  return { id, says: steps.map(({ say }) => say).join(' '), ...(commands.length > 0 && { commands }) }
}
