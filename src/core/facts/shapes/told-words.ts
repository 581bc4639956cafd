import { LOG_MESSAGES } from '../../log-messages.ts'
import { object, oneOf, optional, shared, text } from '../shape.ts'

/** A message and what it names, in visible form: advice is built from it. */
export const toldWords = shared(
  'toldWords',
  object(
    {
      message: oneOf(LOG_MESSAGES, 'Which message.'),
      user: optional(text('The user: a stranger may have chosen it.')),
      address: optional(text('The address of the other side.')),
      port: optional(text('The port.')),
      path: optional(text('The file, folder or socket.')),
      line: optional(text('The line of that file.')),
      limit: optional(text('The limit that was reached.')),
      algorithm: optional(text('The algorithm.')),
      theirs: optional(text('The offer of the other side.')),
      option: optional(text('The option of a configuration or of a key.')),
      program: optional(text('The program that says it, or that failed: a PAM module, a helper.')),
      reason: optional(text("The program's own reason.")),
      says: optional(text('The line itself.')),
    },
    'A message and what it names.',
  ),
)
