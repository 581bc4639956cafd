import { fact } from '../fact.ts'
import { count, object, optional } from '../shape.ts'

export default fact({
  stage: 'banner',
  title: 'From within: connections waiting for sshd',
  shape: object(
    {
      waiting: count('Connections the kernel has accepted and sshd has not, and how many fit.'),
      backlog: count('How many fit.'),
      overflows: optional(count('Since boot, all sockets: TcpExtListenOverflows.')),
    },
    'From within: connections waiting for sshd.',
  ),
})
