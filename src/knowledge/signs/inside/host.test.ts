import { AT, sheet } from '../../../../test/cases/facts.ts'
import { readings } from '../../../../test/cases/readings.ts'
import { bootState, storage } from './host.ts'

const stuck = (tasks: number, ...kernelSays: string[]) =>
  sheet({
    'blocked-tasks': { tasks: Array.from({ length: tasks }, (_, pid) => ({ pid, name: 'postgres' })), kernelSays },
  })
const ioFull = (share: number) => sheet({ pressure: { load1: 0.1, cpus: 2, ioFull: share } })

readings(storage, [
  ['nothing asked', {}, '-'],
  ['two wait for a moment', stuck(2), 'flows'],
  ['three wait', stuck(3), 'stalled'],
  ['the kernel complains of one', stuck(1, 'INFO: task postgres:7 blocked for more than 120 seconds.'), 'stalled'],
  ['a backup reads and writes', ioFull(60), 'flows'],
  ['all wait for a disk most of the time', ioFull(61), 'stalled'],
  ['no pressure is told', sheet({ pressure: { load1: 0.1, cpus: 2 } }), '-'],
])

const boot = (state?: string) =>
  sheet({ boot: { bootedAt: AT, uptime: 60, ...(state === undefined ? {} : { state }) } })
readings(bootState, [
  ['nothing asked', {}, '-'],
  ['not systemd', boot(), '-'],
  ['up', boot('running'), 'up'],
  ['up, with a unit that failed', boot('degraded'), 'up'],
  ['still starting', boot('starting'), 'booting'],
  ['very early', boot('initializing'), 'booting'],
  ['going down', boot('stopping'), 'stopping'],
])
