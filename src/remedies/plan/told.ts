import type { LogMessage } from '../../core/log-messages.ts'
import type { ToldField } from '../../core/facts/shapes/told-words.ts'
import { known } from '../../core/probe.ts'
import { clientLogs } from '../../core/seen.ts'
import type { FactSheet } from '../../core/types.ts'

/** What a log or a client said of one of these messages: its fields, visible form. */
export type Told = { message: LogMessage } & { [Field in ToldField]?: string }

/** The words about any of these messages; of several the last that was said. */
export function told(facts: FactSheet, ...messages: readonly LogMessage[]): Told | undefined {
  const details: readonly Told[] = [
    ...clientLogs(facts).flatMap((log) => log.details ?? []),
    ...(known(facts, 'server-log')?.details ?? []),
  ]
  return details.findLast(({ message }) => messages.includes(message))
}

/** Whether a log or a client said any of these messages, with fields or without. */
export const wasTold = (facts: FactSheet, ...messages: readonly LogMessage[]): boolean =>
  [...clientLogs(facts).flatMap((log) => log.told ?? []), ...(known(facts, 'server-log')?.told ?? [])].some((one) =>
    messages.includes(one),
  )
