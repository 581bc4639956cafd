import type { ClientLog } from '../core/types.ts'
import type { LogMessage } from '../core/log-messages.ts'
import { visible } from '../core/visible.ts'
import type { Fields } from './openssh/note.ts'

type Detail = NonNullable<ClientLog['details']>[number]

/** A message, its line and what the line names, each in visible form and no longer than `longest` characters. */
export const toldDetail = (message: LogMessage, line: string, fields: Fields, longest: number): Detail => ({
  message,
  says: visible(line.trim(), longest),
  ...Object.fromEntries(Object.entries(fields).map(([name, held]) => [name, visible(held, longest)])),
})
