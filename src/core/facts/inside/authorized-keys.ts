import { fact } from '../fact.ts'
import { count, flag, list, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'auth',
  title: 'From within: authorised keys and the way to them',
  shape: object(
    {
      files: list(
        object({
          path: text('Path.'),
          state: oneOf(['present', 'missing', 'unreadable', 'empty'], 'How it is.'),
          keys: optional(count('How many keys are in it.')),
          ours: optional(flag('One of the keys of ours is in it.')),
          options: optional(text('Options in front of our key.')),
          bars: optional(text("Why sshd takes no key from this file, or not the user's own from where they come.")),
        }),
        'The files.',
      ),
      otherSources: list(text(), 'AuthorizedKeysCommand or a CA may let keys in that no file names.'),
      refused: list(
        object({ path: text('Path.'), says: text('What is wrong with it.') }),
        'What StrictModes refuses on the way to it: path, and what is wrong with it.',
      ),
      strictModes: optional(flag('StrictModes is on.')),
    },
    'From within: authorised keys and the way to them.',
  ),
})
