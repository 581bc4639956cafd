import type { LogMessage } from '../../core/log-messages.ts'
import { known } from '../../core/probe.ts'
import { clientLogs } from '../../core/seen.ts'
import type { FactSheet } from '../../core/types.ts'

type Told = NonNullable<ReturnType<typeof clientLogs>[number]['details']>[number]

/** What the last line with one of these messages names: the client's own words, else those of the server's log. */
export const toldWords = (facts: FactSheet, ...messages: readonly LogMessage[]): Partial<Told> =>
  [...clientLogs(facts), known(facts, 'server-log')]
    .flatMap((log) => log?.details ?? [])
    .findLast(({ message }) => messages.includes(message)) ?? {}
