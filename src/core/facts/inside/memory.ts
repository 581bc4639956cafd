import { fact } from '../fact.ts'
import { count, object, optional } from '../shape.ts'

export default fact({
  stage: 'host',
  title: 'From within: memory',
  shape: object(
    {
      totalKb: count('KiB.'),
      availableKb: count('KiB that are still available.'),
      swapTotalKb: count('KiB.'),
      swapFreeKb: count('KiB.'),
      limitKb: optional(count('The memory cgroup that holds sshd, where it has a limit of its own.')),
      usedKb: optional(count('KiB used of that limit.')),
    },
    'From within: memory.',
  ),
})
