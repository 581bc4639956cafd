import { fact } from '../fact.ts'
import { count, list, object, oneOf, text } from '../shape.ts'

export default fact({
  stage: 'banner',
  title: 'From within: host keys',
  shape: object(
    {
      keys: list(
        object({
          path: text('Path.'),
          state: oneOf(
            ['usable', 'missing', 'empty', 'too-open', 'unreadable', 'not-a-key'],
            'Whether sshd can use it.',
          ),
        }),
        'Configured host keys.',
      ),
      usable: count('How many it can use.'),
    },
    'From within: host keys.',
  ),
})
