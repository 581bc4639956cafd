import { fact } from '../fact.ts'
import { count, list, object, optional, text } from '../shape.ts'

export default fact({
  stage: 'host',
  title: 'From within: blocked tasks',
  shape: object(
    {
      tasks: list(
        object({ pid: count('Process id.'), name: text('Its name.'), waitsIn: optional(text('Where in the kernel.')) }),
        'Processes in uninterruptible sleep, visible names, and where in the kernel.',
      ),
      kernelSays: list(text(), '"blocked for more than … seconds" of the kernel log.'),
    },
    'From within: blocked tasks.',
  ),
})
