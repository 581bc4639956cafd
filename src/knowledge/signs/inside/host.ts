import { known } from '../../../core/probe.ts'
import type { FactSheet, Sign } from '../../../core/types.ts'
import { NEEDED_DESCRIPTORS } from '../../../openssh/needed-descriptors.ts'

/** Older kills belong to another story. Seconds. */
const RECENT = 15 * 60

export const memory = {
  id: 'memory',
  stage: 'host',
  beside: true,
  usual: { enough: 0.9992 },
  passes: 'enough',
  shuts: true,
  values: ['enough', 'short', 'killing'],
  from: ['memory', 'pressure', 'oom-kills'],
  read(facts) {
    const fact = known(facts, 'memory')
    const kills = known(facts, 'oom-kills')?.kills ?? []
    if (kills.some(({ secondsAgo }) => secondsAgo !== undefined && secondsAgo < RECENT)) return 'killing'
    // Counted since boot, and nobody says when.
    if (kills.length > 0 && kills.every(({ secondsAgo }) => secondsAgo === undefined)) return ['killing', 'enough']
    const stalled = (known(facts, 'pressure')?.memoryFull ?? 0) > 25
    if (!fact) return stalled ? 'short' : undefined
    const swapGone = fact.swapTotalKb === 0 || fact.swapFreeKb < 0.05 * fact.swapTotalKb
    const gone = fact.availableKb < 0.03 * fact.totalKb && swapGone
    const limited = fact.limitKb !== undefined && fact.usedKb !== undefined && fact.usedKb > 0.98 * fact.limitKb
    return stalled || gone || limited ? 'short' : 'enough'
  },
  says: {
    enough: 'the host has memory left',
    short: 'the host has next to no memory left',
    killing: 'the kernel kills processes because memory has run out',
  },
  detail(facts) {
    const kill = known(facts, 'oom-kills')?.kills[0]
    const fact = known(facts, 'memory')
    const mib = (kb: number) => `${Math.round(kb / 1024)} MiB`
    if (kill) return kill.process
    return fact && `${mib(fact.availableKb)} of ${mib(fact.totalKb)} available`
  },
} satisfies Sign

export const processor = {
  id: 'processor',
  stage: 'host',
  beside: true,
  usual: { enough: 0.99 },
  passes: 'enough',
  shuts: true,
  values: ['enough', 'starved'],
  from: ['pressure'],
  read(facts) {
    const fact = known(facts, 'pressure')
    if (!fact) return undefined
    const starved =
      (fact.throttled ?? 0) > 0.4 ||
      (fact.quotaCpus ?? 1) < 0.1 ||
      (fact.steal ?? 0) > 40 ||
      // A busy machine is not a starved one; pressure alone is high on any build server.
      fact.load1 > 25 * fact.cpus
    return starved ? 'starved' : 'enough'
  },
  says: {
    enough: 'programs get the processor when they want it',
    starved: 'programs wait for the processor most of the time',
  },
  detail(facts) {
    const fact = known(facts, 'pressure')
    if (!fact) return undefined
    const parts = [
      fact.throttled !== undefined && fact.throttled > 0.1 && `throttled ${Math.round(fact.throttled * 100)} %`,
      fact.quotaCpus !== undefined && `quota ${fact.quotaCpus} CPU`,
      fact.steal !== undefined && fact.steal > 5 && `steal ${Math.round(fact.steal)} %`,
      `load ${fact.load1} on ${fact.cpus} CPU${fact.cpus === 1 ? '' : 's'}`,
    ]
    return parts.filter(Boolean).join(', ')
  },
} satisfies Sign

export const storage = {
  id: 'storage',
  stage: 'host',
  beside: true,
  usual: { flows: 0.99 },
  passes: 'flows',
  shuts: true,
  values: ['flows', 'stalled'],
  from: ['blocked-tasks', 'pressure'],
  read(facts) {
    const tasks = known(facts, 'blocked-tasks')
    const io = known(facts, 'pressure')?.ioFull
    if (!tasks && io === undefined) return undefined
    return (io ?? 0) > 60 || (tasks && (tasks.tasks.length >= 3 || tasks.kernelSays.length > 0)) ? 'stalled' : 'flows'
  },
  says: {
    flows: 'no program waits long for a disk',
    stalled: 'programs are stuck waiting for a disk',
  },
  detail: (facts) => known(facts, 'blocked-tasks')?.kernelSays[0],
} satisfies Sign

const fullMounts = (facts: FactSheet) =>
  known(facts, 'disk')?.mounts.filter((m) => m.usedPercent >= 100 || (m.inodesUsedPercent ?? 0) >= 100)

export const disk = {
  id: 'disk',
  stage: 'host',
  beside: true,
  usual: { room: 0.9985, full: 0.0005 },
  passes: 'room',
  shuts: true,
  values: ['room', 'full', 'read-only'],
  from: ['disk'],
  read(facts) {
    const full = fullMounts(facts)
    if (!full) return undefined
    if (full.length > 0) return 'full'
    return known(facts, 'disk')?.mounts.some(({ readOnly }) => readOnly) ? 'read-only' : 'room'
  },
  says: {
    room: 'the disks have room',
    full: 'a disk is full, or has no inode left for another file',
    'read-only': 'a disk that should be written to is read-only',
  },
  detail(facts) {
    const [full] = fullMounts(facts) ?? []
    const readOnly = known(facts, 'disk')?.mounts.find((m) => m.readOnly)
    if (!full) return readOnly?.mount
    return `${full.mount} ${full.usedPercent} %${full.inodesUsedPercent === 100 ? ', no inodes' : ''}`
  },
} satisfies Sign

export const descriptors = {
  id: 'descriptors',
  stage: 'banner',
  beside: true,
  usual: { enough: 0.9995 },
  passes: 'enough',
  shuts: true,
  values: ['enough', 'exhausted'],
  from: ['descriptors'],
  read(facts) {
    const fact = known(facts, 'descriptors')
    if (!fact) return undefined
    const own =
      fact.listener && (fact.listener.open + 2 >= fact.listener.limit || fact.listener.limit < NEEDED_DESCRIPTORS)
    if (own || fact.used >= 0.98 * fact.max) return 'exhausted'
    // Without the listener's own numbers the host's say little.
    return fact.listener ? 'enough' : undefined
  },
  says: {
    enough: 'the listening sshd has file descriptors left',
    exhausted: 'no file descriptor is left for a new connection',
  },
  detail(facts) {
    const own = known(facts, 'descriptors')?.listener
    return own && `${own.open} open, limit ${own.limit}`
  },
} satisfies Sign

const fullGroup = (facts: FactSheet) =>
  known(facts, 'process-limit')?.groups.find(
    ({ of, current, max }) =>
      current >= max ||
      (max > 50 && current > 0.99 * max) ||
      // sshd's own child runs as the user, and then there is the shell.
      (of === 'user' && current + 2 > max),
  )

export const processes = {
  id: 'processes',
  stage: 'banner',
  beside: true,
  usual: { enough: 0.9995 },
  passes: 'enough',
  shuts: true,
  values: ['enough', 'exhausted'],
  from: ['process-limit'],
  read(facts) {
    const fact = known(facts, 'process-limit')
    if (!fact) return undefined
    return fullGroup(facts) || fact.tasks > 0.985 * fact.max || fact.kernelSays.length > 0 ? 'exhausted' : 'enough'
  },
  says: {
    enough: 'more processes may be started',
    exhausted: 'the limit of processes is reached: nothing new can be started',
  },
  detail(facts) {
    const group = fullGroup(facts)
    const fact = known(facts, 'process-limit')
    const whose = group?.of === 'user' ? `user ${group.path} (nproc in /etc/security)` : group?.path
    return group ? `${whose} ${group.current} of ${group.max}` : fact && `${fact.tasks} of ${fact.max}`
  },
} satisfies Sign

export const bootState = {
  id: 'boot-state',
  stage: 'host',
  beside: true,
  usual: { up: 0.99 },
  passes: 'up',
  shuts: false,
  values: ['up', 'booting', 'stopping'],
  from: ['boot'],
  read(facts) {
    const state = known(facts, 'boot')?.state
    if (state === undefined) return undefined
    if (state === 'starting' || state === 'initializing') return 'booting'
    return state === 'stopping' ? 'stopping' : 'up'
  },
  says: {
    up: 'the machine has finished booting',
    booting: 'the machine is still booting',
    stopping: 'the machine is shutting down',
  },
  detail: (facts) => known(facts, 'boot')?.jobs?.slice(0, 3).join(', ') || undefined,
} satisfies Sign
