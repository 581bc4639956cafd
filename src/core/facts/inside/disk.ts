import { fact } from '../fact.ts'
import { amount, flag, list, object, optional, text } from '../shape.ts'

export default fact({
  stage: 'host',
  title: 'From within: disks',
  shape: object(
    {
      mounts: list(
        object({
          mount: text('Where it is mounted.'),
          device: text('The device or file system mounted there.'),
          usedPercent: amount('Of its space.'),
          readOnly: flag('It is mounted read-only.'),
          inodesUsedPercent: optional(amount('Of its inodes.')),
        }),
        'Where sshd and logins write.',
      ),
    },
    'From within: disks.',
  ),
})
