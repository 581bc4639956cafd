import { fact } from '../fact.ts'
import { count, object, oneOf, optional, text } from '../shape.ts'

export default fact({
  stage: 'banner',
  title: 'From within: the log daemon',
  shape: object(
    {
      state: oneOf(['answers', 'hangs', 'not-running', 'unknown'], 'How it is.'),
      name: optional(text('Its name.')),
      stuck: optional(count('Processes of sshd stuck in a write to /dev/log.')),
    },
    'Whether the daemon that reads log lines still reads them.',
  ),
})
