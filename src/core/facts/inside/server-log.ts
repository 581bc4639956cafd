import { fact } from '../fact.ts'
import { LOG_MESSAGES } from '../../log-messages.ts'
import { as, count, list, object, oneOf, optional, text } from '../shape.ts'
import { toldWords } from '../shapes/told-words.ts'

export default fact({
  stage: 'session',
  title: 'The server’s own log',
  shape: object(
    {
      lines: count('Lines of sshd’s.'),
      throttling: count('MaxStartups began to drop.'),
      drops: count('Dropped by MaxStartups.'),
      dropSources: count('Addresses dropped.'),
      penalties: count('Turned away by a penalty.'),
      failures: count('Failed logins.'),
      failureSources: count('Addresses they came from.'),
      accepted: count('Logins.'),
      keysRefused: optional(
        count('Refusals of a key. A client with several keys is refused some before the right one.'),
      ),
      told: optional(
        list(oneOf(LOG_MESSAGES), 'Messages about failing logins, in the order in which each was first seen.'),
      ),
      toldOfUs: optional(
        list(oneOf(LOG_MESSAGES), 'The same, in lines about our own address or user since the examination began.'),
      ),
      details: optional(list(as(toldWords, 'One of them.'), 'The fields of such messages, of the last of each.')),
      unsafePath: optional(text('The path that the last such line calls unsafe (StrictModes).')),
      source: optional(text('Where it was read: `journal`, or the files. Undefined for pasted text.')),
      says: list(text(), 'The telling lines.'),
    },
    'The server’s own log.',
  ),
})
