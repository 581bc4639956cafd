import { known, type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { CHAIN, readChain } from './control-groups.ts'
import { KERNEL_LOG, readKernelLog, RECENT } from './kernel-log.ts'
import { LISTENER, listenerPid } from './listening-process.ts'
import { sections, TIMEOUT } from './sections.ts'
import { shell } from './shell.ts'

/**
 * $1 the listener's pid. What matters first, with builtins alone: where no process can be started the rest is missing. A
 * shell reads byte by byte, and files of /proc/sys give one byte and no second: hence `cat`.
 */
const SCRIPT = `
echo @system
read -r a < /proc/loadavg && echo "loadavg $a"
read -r a b < /proc/uptime && echo "uptime $a"
${LISTENER}
${CHAIN}
echo @groups; chain pids pids.current pids.max pids.events
echo @limits; cat /proc/sys/kernel/pid_max /proc/sys/kernel/threads-max
${TIMEOUT}
${KERNEL_LOG}
echo @contained; contained
echo @kernel; kernel_log -e '/fork rejected by pids controller/p'
:
`

/** No kernel takes a higher pid_max (include/linux/threads.h); it stands in where nothing could be started to ask. */
const PID_MAX_LIMIT = 4_194_304

/** What the script printed; undefined where the kernel does not say how many processes there may be. `uid` is the user's. */
export function readProcessLimit(text: string, uid?: number): Facts['process-limit'] | undefined {
  const part = sections(text)
  const word = (name: string) =>
    part('system')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length + 1)
  const tasks = Number(/ \d{1,9}\/(\d{1,9}) /.exec(word('loadavg') ?? '')?.[1])
  if (!Number.isFinite(tasks)) return undefined
  const limits = part('limits').flatMap((line) => (/^[1-9]\d{0,9}$/.test(line) ? Number(line) : []))
  const max = Math.min(PID_MAX_LIMIT, ...limits)
  const chain = readChain(part('groups'))
  const groups = chain.flatMap((group) => {
    const [current, limit] = [group.value('pids.current'), group.value('pids.max')]
    if (current === undefined || limit === undefined || !Number.isFinite(limit)) return []
    return [{ path: visible(group.path, 200), current, max: limit }]
  })
  const rejected = chain.some((group) => (group.value('pids.events', 'max') ?? 0) > 0)
  const contained = part('contained').length > 0
  const ours = (says: string): boolean => {
    const path = /pids controller in (\S{1,300})/.exec(says)?.[1]
    // The log of a container is that of the machine around it, which calls our groups by other names.
    if (contained || path === undefined) return rejected
    return (
      chain.some((group) => group.path !== '/' && group.path === path) ||
      (uid !== undefined && path.includes(`/user-${uid}.slice`))
    )
  }
  const log = readKernelLog(part('kernel'), Number(word('uptime'))) ?? []
  const says = log.filter((line) => line.secondsAgo !== undefined && line.secondsAgo < RECENT && ours(line.says))
  return { tasks, max, groups, kernelSays: says.slice(-5).map((line) => visible(line.says, 200)) }
}

export default {
  id: 'process-limit',
  needs: 'shell',
  asks: 'may another process be started?',
  cost: { seconds: 0.2, connections: 0, load: 0.02 },
  decides: ['processes'],
  applies: () => true,
  async run(context) {
    const { stdout } = await shell(context, SCRIPT, [listenerPid(context)], { sudo: true })
    const value = readProcessLimit(stdout, known(context.facts, 'account')?.uid)
    if (!value) throw new Unanswered('the server does not say how many processes it may have')
    return value
  },
} satisfies Probe<'process-limit'>
