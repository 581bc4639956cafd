import { known, type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { userOf } from './account.ts'
import { CHAIN, readChain } from '../kernel/control-groups.ts'
import { KERNEL_LOG, readKernelLog, RECENT } from '../kernel/kernel-log.ts'
import { LISTENER, listenerPid } from '../sshd/listening-process.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { shell } from '../shell/shell.ts'

/**
 * $1 the listener's pid, $2 the user. What matters first, with builtins alone: where no process can be started the rest is missing. A
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
echo @user; u=$($T id -u -- "$2" 2>/dev/null) && {
  printf '%s\\n' "$u"; $T id -Gn -- "$2" 2>/dev/null || echo
  ls -ldn /proc/[0-9]*/task/[0-9]* 2>/dev/null | while read -r m n o r; do [ "$o" = "$u" ] && echo one; done | grep -c one
}
echo @nproc; grep -hsE '^[^#]*[[:space:]]nproc[[:space:]]' /etc/security/limits.conf /etc/security/limits.d/*.conf | head -n 100
${KERNEL_LOG}
echo @contained; contained
echo @kernel; kernel_log -e '/fork rejected by pids controller/p'
:
`

/** No kernel takes a higher pid_max (include/linux/threads.h); it stands in where nothing could be started to ask. */
const PID_MAX_LIMIT = 4_194_304

/** What the script printed; undefined where the kernel does not say how many processes there may be. `uid` is the user's. */
export function readProcessLimit(text: string, uid?: number, user?: string): Facts['process-limit'] | undefined {
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
    return [{ of: 'control-group' as 'control-group' | 'user', path: visible(group.path, 200), current, max: limit }]
  })
  const own = user === undefined ? undefined : readUserLimit(part('user'), part('nproc'), user)
  if (own) groups.push({ of: 'user', path: visible(user!, 60), ...own })
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

/**
 * limits.conf(5) as pam_limits(8) reads it: a line about the user counts before one about a group, and that before one about
 * everybody. The kernel counts the tasks of a user; root has no such limit.
 */
function readUserLimit(
  [uid, groups = '', tasks]: readonly string[],
  lines: readonly string[],
  user: string,
): { current: number; max: number } | undefined {
  const current = Number(tasks)
  if (uid === undefined || uid === '0' || !/^\d{1,9}$/.test(tasks ?? '')) return undefined
  const names = new Set(groups.split(' ').map((group) => `@${group}`))
  const rank = (domain: string): number => (domain === user ? 3 : names.has(domain) ? 2 : domain === '*' ? 1 : 0)
  const limits = new Map<string, { rank: number; max: number }>()
  for (const line of lines) {
    const m = /^\s*(\S{1,200})\s+(soft|hard|-)\s+nproc\s+(\d{1,9}|unlimited|infinity|-1)\b/.exec(line)
    if (!m) continue
    const [domain, type, value] = m.slice(1) as [string, string, string]
    const max = /^\d/.test(value) ? Number(value) : Infinity
    for (const kind of type === '-' ? ['soft', 'hard'] : [type])
      if (rank(domain) > 0 && rank(domain) >= (limits.get(kind)?.rank ?? 0))
        limits.set(kind, { rank: rank(domain), max })
  }
  const max = Math.min(...[...limits.values()].map((limit) => limit.max))
  return Number.isFinite(max) ? { current, max } : undefined
}

export default {
  id: 'process-limit',
  needs: 'shell',
  asks: 'may another process be started?',
  cost: { seconds: 0.2, connections: 0, load: 0.02 },
  buildsOn: ['account'],
  tellsOfSlowness: true,
  applies: () => true,
  async run(context) {
    const user = userOf(context)
    const { stdout } = await shell(context, SCRIPT, [listenerPid(context), user ?? ''], { sudo: true })
    const value = readProcessLimit(stdout, known(context.facts, 'account')?.uid, user)
    if (!value) throw new Unanswered('absent', 'the server does not say how many processes it may have')
    return value
  },
} satisfies Probe<'process-limit'>
