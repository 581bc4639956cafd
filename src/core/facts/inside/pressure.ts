import { fact } from '../fact.ts'
import { amount, object, optional } from '../shape.ts'

export default fact({
  stage: 'host',
  title: 'From within: load and pressure',
  shape: object(
    {
      load1: amount('Load average of the last minute.'),
      cpus: amount('How many there are.'),
      cpuSome: optional(amount('Some waited for a CPU.')),
      memorySome: optional(amount('Some waited for memory.')),
      memoryFull: optional(amount('All waited for memory.')),
      ioSome: optional(amount('Some waited for a disk.')),
      ioFull: optional(amount('All waited for a disk.')),
      runnable: optional(amount('Processes that could run.')),
      idle: optional(amount('Percent of the second we looked at.')),
      ioWait: optional(amount('Percent of the second waiting for disks.')),
      steal: optional(amount('Percent of the second the host took away.')),
      throttled: optional(
        amount('The cgroup of sshd or above is throttled: share of periods in which it ran out of quota, since boot.'),
      ),
      quotaCpus: optional(amount('Cgroup quota in CPUs, where there is one.')),
    },
    'Share of time stalled in the last 10 s, percent (PSI), and the load. Without PSI, measured over a second of /proc/stat.',
  ),
})
