import { fact } from '../fact.ts'
import { amount, list, object, text } from '../shape.ts'

export default fact({
  stage: 'host',
  title: 'From within: processes and their limits',
  shape: object(
    {
      tasks: amount('Tasks on the machine.'),
      max: amount('Min(kernel.pid_max, kernel.threads-max).'),
      groups: list(
        object({ path: text('Path.'), current: amount('Tasks in it.'), max: amount('Its limit; null without one.') }),
        "The pids cgroups from the listener's own upwards.",
      ),
      kernelSays: list(text(), '"fork rejected by pids controller" and the like in the kernel log.'),
    },
    'From within: processes and their limits.',
  ),
})
