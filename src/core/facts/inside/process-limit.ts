import { fact } from '../fact.ts'
import { amount, list, object, oneOf, text } from '../shape.ts'

export default fact({
  stage: 'host',
  title: 'From within: processes and their limits',
  shape: object(
    {
      tasks: amount('Tasks on the machine.'),
      max: amount('Min(kernel.pid_max, kernel.threads-max).'),
      groups: list(
        object({
          of: oneOf(['control-group', 'user'], 'Whose limit it is.'),
          path: text('Path of the control group, or the name of the user.'),
          current: amount('Tasks in it.'),
          max: amount('Its limit; null without one.'),
        }),
        "The pids cgroups from the listener's own upwards.",
      ),
      kernelSays: list(text(), '"fork rejected by pids controller" and the like in the kernel log.'),
    },
    'From within: processes and their limits.',
  ),
})
