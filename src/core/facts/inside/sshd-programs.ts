import { fact } from '../fact.ts'
import { flag, list, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'banner',
  title: 'From within: programs of sshd',
  shape: object(
    {
      programs: list(
        object({
          path: text('Path.'),
          state: oneOf(
            ['fine', 'missing', 'not-executable', 'broken'],
            "`broken`: it does not even start; `says` has the loader's or its own words, visible form.",
          ),
          says: optional(text('In its own words, or ours.')),
        }),
        'One a program.',
      ),
      listenerReplaced: optional(flag("The running listener's binary was replaced or removed on disk.")),
    },
    'Programs sshd starts for a connection (9.8 on: sshd-session, sshd-auth).',
  ),
})
