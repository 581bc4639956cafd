import { fact } from '../fact.ts'
import { amount, object, optional } from '../shape.ts'

export default fact({
  stage: 'host',
  title: 'From within: open files',
  shape: object(
    {
      used: amount('/proc/sys/fs/file-nr.'),
      max: amount('/proc/sys/fs/file-max.'),
      listener: optional(object({ open: amount('Open now.'), limit: amount('Its limit.') }, 'Of the listening sshd.')),
    },
    'From within: open files.',
  ),
})
