import type { LogMessage } from '../../core/log-messages.ts'
import { known } from '../../core/probe.ts'
import { clientLogs } from '../../core/seen.ts'
import type { FactSheet } from '../../core/types.ts'

/** Whether a client, or the server's log about this login, said such a thing. */
export function wasTold(facts: FactSheet, message: LogMessage): boolean {
  const log = known(facts, 'server-log')
  return [...clientLogs(facts), log].some((one) => one?.told?.includes(message)) || !!log?.toldOfUs?.includes(message)
}
