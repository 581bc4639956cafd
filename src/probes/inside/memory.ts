import { type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { CHAIN, type ControlGroup, readChain } from '../kernel/control-groups.ts'
import { LISTENER, listenerPid } from '../sshd/listening-process.ts'
import { sections } from '../shell/sections.ts'
import { shell } from '../shell/shell.ts'

/** $1 the listener's pid. With builtins alone: a host without memory cannot fork. */
const SCRIPT = `
echo @meminfo
while read -r k v u; do case $k in MemTotal:|MemFree:|MemAvailable:|Buffers:|Cached:|SwapTotal:|SwapFree:) echo "$k $v" ;; esac; done < /proc/meminfo
${LISTENER}
${CHAIN}
echo @groups
chain memory memory.max memory.current memory.limit_in_bytes memory.usage_in_bytes memory.stat
:
`

/** What the script printed; undefined where the host does not say how much memory it has. */
export function readMemory(text: string): Facts['memory'] | undefined {
  const part = sections(text)
  const kb = (name: string): number | undefined => {
    const value = part('meminfo').find((line) => line.startsWith(`${name}: `))
    const number = value?.slice(name.length + 2) ?? ''
    return /^\d{1,15}$/.test(number) ? Number(number) : undefined
  }
  const totalKb = kb('MemTotal')
  const freeKb = kb('MemFree')
  // Kernels before 3.14 do not estimate it themselves.
  const availableKb =
    kb('MemAvailable') ?? (freeKb === undefined ? undefined : freeKb + (kb('Buffers') ?? 0) + (kb('Cached') ?? 0))
  if (!totalKb || availableKb === undefined) return undefined
  const limits = readChain(part('groups')).flatMap((group) => limitOf(group, totalKb) ?? [])
  const tightest = limits.sort((a, b) => a.limitKb - a.usedKb - (b.limitKb - b.usedKb))[0]
  return { totalKb, availableKb, swapTotalKb: kb('SwapTotal') ?? 0, swapFreeKb: kb('SwapFree') ?? 0, ...tightest }
}

/** What a group may use and cannot give back: files' pages in memory are given back when somebody needs room. */
function limitOf(group: ControlGroup, totalKb: number): { limitKb: number; usedKb: number } | undefined {
  const limit = group.value('memory.max') ?? group.value('memory.limit_in_bytes')
  const usage = group.value('memory.current') ?? group.value('memory.usage_in_bytes')
  // cgroup v1 writes "no limit" as a number larger than any memory.
  if (limit === undefined || usage === undefined || limit / 1024 >= totalKb) return undefined
  const stat = (key: string) => group.value('memory.stat', `total_${key}`) ?? group.value('memory.stat', key) ?? 0
  const files = stat('inactive_file') + stat('active_file') + (group.value('memory.stat', 'slab_reclaimable') ?? 0)
  return { limitKb: Math.floor(limit / 1024), usedKb: Math.max(0, Math.round((usage - files) / 1024)) }
}

export default {
  id: 'memory',
  needs: 'shell',
  asks: 'is there memory left?',
  cost: { seconds: 0.1, connections: 0, load: 0.01 },
  tellsOfSlowness: true,
  applies: () => true,
  async run(context) {
    const { stdout } = await shell(context, SCRIPT, [listenerPid(context)])
    const value = readMemory(stdout)
    if (!value) throw new Unanswered('absent', 'the server does not say how much memory it has')
    return value
  },
} satisfies Probe<'memory'>
