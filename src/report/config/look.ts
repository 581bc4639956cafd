import type { ShutsOut } from '../../core/remedy.ts'
import { shownCommand } from '../../core/shown-command.ts'

/** How to see that nobody is shut out: a command, or a whole sentence. */
export const lookText = ({ look }: ShutsOut): string => shownCommand(look) ?? look.say
