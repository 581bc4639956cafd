import { type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { CHAIN, readChain } from '../kernel/control-groups.ts'
import { LISTENER, listenerPid } from '../sshd/listening-process.ts'
import { sections } from '../shell/sections.ts'
import { shell } from '../shell/shell.ts'

/** $1 the listener's pid. */
const SCRIPT = `
${LISTENER}
${CHAIN}
echo @load; read -r l < /proc/loadavg && echo "$l"
echo @psi
for f in cpu memory io; do while read -r l; do echo "$f $l"; done < /proc/pressure/$f; done 2>/dev/null
look() {
  echo @stat-$1; while read -r l; do case $l in cpu*) echo "$l" ;; *) break ;; esac; done < /proc/stat
  echo @groups-$1; chain cpu cpu.max cpu.cfs_quota_us cpu.cfs_period_us cpu.stat
}
look before
sleep 1
look after
:
`

/** Fewer periods than this in the second we looked say nothing of how often a quota runs out. */
const PERIODS_THAT_TELL = 4

/** What the script printed; undefined where not even the load is there. */
export function readPressure(text: string): Facts['pressure'] | undefined {
  const part = sections(text)
  const load = /^(\d{1,9}\.\d{1,4}) \S+ \S+ (\d{1,9})\/\d+/.exec(part('load')[0] ?? '')
  if (!load) return undefined
  const stalled = (what: string, kind: string): number | undefined => {
    const line = part('psi').find((each) => each.startsWith(`${what} ${kind} `))
    const value = /\bavg10=(\d{1,3}(?:\.\d{1,4})?)\b/.exec(line ?? '')?.[1]
    return value === undefined ? undefined : Number(value)
  }
  const [before, after] = [part('stat-before'), part('stat-after')]
  const value: Facts['pressure'] = {
    load1: Number(load[1]),
    cpus: Math.max(1, before.filter((line) => /^cpu\d/.test(line)).length),
    runnable: Number(load[2]),
    ...shares(times(before), times(after)),
    ...throttling(part('groups-before'), part('groups-after')),
  }
  for (const [key, what, kind] of [
    ['cpuSome', 'cpu', 'some'],
    ['memorySome', 'memory', 'some'],
    ['memoryFull', 'memory', 'full'],
    ['ioSome', 'io', 'some'],
    ['ioFull', 'io', 'full'],
  ] as const) {
    const share = stalled(what, kind)
    if (share !== undefined) value[key] = share
  }
  return value
}

/** user nice system idle iowait irq softirq steal (proc(5)); guest time stands in user's already. */
function times(lines: readonly string[]): number[] | undefined {
  const m = /^cpu +((?:\d{1,18} ?){4,})/.exec(lines[0] ?? '')
  return m?.[1]!.trim().split(' ').slice(0, 8).map(Number)
}

function shares(before?: number[], after?: number[]): { idle?: number; ioWait?: number; steal?: number } {
  if (!before || !after) return {}
  // Idle and waiting time may run backwards a little on the kernel's own account.
  const spent = after.map((time, i) => Math.max(0, time - (before[i] ?? 0)))
  const all = spent.reduce((sum, each) => sum + each, 0)
  if (all === 0) return {}
  const percent = (i: number): number => Math.round(((spent[i] ?? 0) / all) * 1000) / 10
  return { idle: percent(3), ioWait: percent(4), steal: percent(7) }
}

function throttling(before: readonly string[], after: readonly string[]): { throttled?: number; quotaCpus?: number } {
  const earlier = readChain(before)
  const result: { throttled?: number; quotaCpus?: number } = {}
  for (const group of readChain(after)) {
    const [max, maxPeriod] = group.words('cpu.max').map(Number)
    const quota = max ?? group.value('cpu.cfs_quota_us')
    const period = maxPeriod ?? group.value('cpu.cfs_period_us')
    if (quota === undefined || period === undefined || !(quota > 0) || !(period > 0)) continue
    const cpus = Math.round((quota / period) * 1000) / 1000
    result.quotaCpus = Math.min(result.quotaCpus ?? Infinity, cpus)
    const was = earlier.find(({ path }) => path === group.path)
    const share = throttledShare(
      [group.value('cpu.stat', 'nr_periods') ?? 0, group.value('cpu.stat', 'nr_throttled') ?? 0],
      [was?.value('cpu.stat', 'nr_periods') ?? 0, was?.value('cpu.stat', 'nr_throttled') ?? 0],
    )
    if (share !== undefined) result.throttled = Math.max(result.throttled ?? 0, share)
  }
  return result
}

function throttledShare(now: [number, number], was: [number, number]): number | undefined {
  const lately = now[0] - was[0]
  const [periods, throttled] = lately >= PERIODS_THAT_TELL ? [lately, now[1] - was[1]] : now
  return periods > 0 ? Math.min(1, Math.max(0, Math.round((throttled / periods) * 1000) / 1000)) : undefined
}

export default {
  id: 'pressure',
  needs: 'shell',
  asks: 'do programs wait for the processor, for memory or for a disk?',
  cost: { seconds: 1.2, connections: 0, load: 0.02 },
  tellsOfSlowness: true,
  applies: () => true,
  async run(context) {
    const { stdout } = await shell(context, SCRIPT, [listenerPid(context)])
    const value = readPressure(stdout)
    if (!value) throw new Unanswered('absent', 'the server does not say how busy it is')
    return value
  },
} satisfies Probe<'pressure'>
