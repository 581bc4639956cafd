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
          forcesCommand: optional(flag('One of these options is `command=`.')),
          bars: optional(
            object(
              {
                why: oneOf(
                  ['no-right', 'unknown-option', 'certificates-only', 'from', 'expired', 'algorithm', 'rsa-size'],
                  'The right of the user to read the file, an option in front of the key, its algorithm or its length.',
                ),
                value: optional(text('The option, its value or the algorithm, visible form.')),
                at: optional(text('For `no-right`: the file or folder that is closed.')),
                uid: optional(count('Its owner.')),
                mode: optional(text('Its mode, octal.')),
                address: optional(text('For `from`: the address that is not named.')),
                bits: optional(count('For `rsa-size`: the length of the key.')),
              },
              "Why sshd takes no key from this file, or not the user's own from where they come.",
            ),
          ),
        }),
        'The files.',
      ),
      otherSources: list(text(), 'AuthorizedKeysCommand or a CA may let keys in that no file names.'),
      refused: list(
        object({
          path: text('Path.'),
          is: oneOf(
            ['of-another-user', 'writable-by-all', 'writable-by-group', 'no-regular-file'],
            'The fault of the file or folder.',
          ),
          uid: optional(count('Its owner, where that is what is wrong.')),
          gid: optional(count('The group that may write it.')),
          mode: optional(text('Its mode, octal.')),
        }),
        'Files and folders on the way to it that StrictModes refuses.',
      ),
      strictModes: optional(flag('StrictModes is on.')),
    },
    'From within: authorised keys and the way to them.',
  ),
})
