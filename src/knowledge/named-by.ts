import { LOG_MESSAGE } from '../core/log-messages.ts'
import type { LogMessage } from '../core/log-messages.ts'
import { FAULTS } from './faults.ts'

const BY_MESSAGE: ReadonlyMap<LogMessage, string> = new Map(
  FAULTS.flatMap(({ id, namedBy = [] }) => namedBy.map((message) => [message, id] as const)),
)

/** The fault that a line of a log names. */
export const faultNamedBy = (message: LogMessage): string | undefined => BY_MESSAGE.get(message)

/** The fault that several lines name, in the order in which they were said: the last one, and a refusal's own author before whoever reports it. */
export function faultNamedIn(told: readonly LogMessage[]): string | undefined {
  const naming = told.filter((message) => BY_MESSAGE.has(message))
  const said = naming.findLast((message) => !('wording' in LOG_MESSAGE[message])) ?? naming.at(-1)
  return said && faultNamedBy(said)
}

/** The faults that a message leaves open, where nothing names one. */
export const faultsLeftOpenBy = (message: LogMessage): string[] =>
  FAULTS.filter(({ leftOpenBy = [] }) => leftOpenBy.includes(message)).map(({ id }) => id)

/** The faults behind a message, and whether the message itself decides which one it is. */
export function faultsOf(message: LogMessage | undefined): { ids: string[]; decided: boolean } {
  if (message === undefined) return { ids: [], decided: false }
  const decided = faultNamedBy(message)
  return decided === undefined ? { ids: faultsLeftOpenBy(message), decided: false } : { ids: [decided], decided: true }
}

const named = (says: (message: LogMessage) => boolean): readonly string[] =>
  FAULTS.filter(({ namedBy = [] }) => namedBy.some(says)).map(({ id }) => id)

/** Every fault that sshd itself can name in its log, PAM's modules for it included. */
export const NAMED_BY_SSHD = named((message) => LOG_MESSAGE[message].by === 'sshd')
/** Every fault that other programs of the server can name. */
export const NAMED_BY_OTHERS = named((message) => LOG_MESSAGE[message].by === 'others')
/** Every fault that the program that connects can name in its own output. */
export const NAMED_BY_CLIENT = named((message) => LOG_MESSAGE[message].by === 'client')
