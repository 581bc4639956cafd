import { fact } from '../fact.ts'
import { count, list, object, text } from '../shape.ts'

export default fact({
  stage: 'host',
  title: 'From within: containers',
  shape: object(
    {
      runtime: text('Docker, podman, …'),
      running: count('Whether, or how many, run.'),
      stopped: count('How many do not.'),
      names: list(text(), 'Of those that run.'),
    },
    'From within: containers.',
  ),
})
