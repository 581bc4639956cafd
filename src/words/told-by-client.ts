import type { ToldField } from '../core/told-fields.ts'
import type { LogMessage } from '../core/log-messages.ts'
import { fitsOf } from './clients.ts'
import { fieldsOf } from './entry-fields.ts'

/** Whether a line, without its level, is a message of a program that connects. */
export const saysSomething = (line: string): boolean => fitsOf(line).length > 0

/** What a message names, by the names of its fields. */
export type Named = { message: LogMessage } & Partial<Record<ToldField, string>>

/** What a line of a client, without its level, names of why logins fail: the first entry that fits and names something. */
export function toldByClient(line: string): Named | undefined {
  const found = fitsOf(line).find(({ entry }) => entry.message)
  const message = found?.entry.message
  if (!found || !message) return undefined
  return { message, ...fieldsOf(found.m) }
}
