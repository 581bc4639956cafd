import { fact } from '../fact.ts'
import { count, list, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'session',
  title: 'From within: what runs at login',
  shape: object(
    {
      suspects: list(
        object({
          path: text('Path.'),
          does: oneOf(
            [
              'ends-shell',
              'replaces-shell',
              'waits',
              'asks-network',
              'chroot-missing',
              'chroot-unsafe',
              'does-not-answer',
            ],
            'The danger in it: it may end the shell, put another program in its place, wait, or ask another computer; sshd may not use it as ChrootDirectory; or the file system it lies on hangs.',
          ),
          line: optional(count('Number of the line, where it is one of a script.')),
          text: optional(text('That line, visible form.')),
        }),
        'Login scripts and shell start-up files of the user that run before the prompt, and a ChrootDirectory, where they are odd.',
      ),
      forceCommand: optional(text('ForceCommand, or a forced one of the key.')),
    },
    'From within: what runs at login.',
  ),
})
