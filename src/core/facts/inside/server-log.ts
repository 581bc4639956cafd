import { fact } from '../fact.ts'
import { count, list, object, optional, text } from '../shape.ts'

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
      ours: optional(
        list(text(), 'Of those, told in lines about our own address or user since the examination began.'),
      ),
      source: optional(text('Where it was read: `journal`, or the files. Undefined for pasted text.')),
      names: optional(list(text(), 'Faults sshd itself calls by name there.')),
      says: list(text(), 'The telling lines.'),
    },
    'The server’s own log.',
  ),
})
