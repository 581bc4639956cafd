import { type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { CHAIN, readChain } from '../kernel/control-groups.ts'
import { KERNEL_LOG, type KernelLine, readKernelLog, RECENT } from '../kernel/kernel-log.ts'
import { LISTENER, listenerPid } from '../sshd/listening-process.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { shell } from '../shell/shell.ts'

/** $1 the listener's pid. systemd-oomd and earlyoom kill before the kernel has to, and say so in the journal. */
const SCRIPT = `
echo @uptime; read -r up rest < /proc/uptime; echo "$up"
echo @init; s=; { read -r s < /proc/1/stat; } 2>/dev/null; s=\${s##*) }; set -- "$1" $s; echo "\${21}"
${LISTENER}
${CHAIN}
${TIMEOUT}
${KERNEL_LOG}
echo @contained; contained
echo @groups; chain memory memory.events memory.oom_control
echo @kernel
kernel_log -e '/Killed process [0-9]/p' -e '/oom-kill:constraint=/p'
echo @others
$T journalctl -q --no-pager -b -n 20 -o short-monotonic -t systemd-oomd -t earlyoom 2>/dev/null | grep -iE 'killed|sending sig'
:
`

const KILLED = /Killed process \d{1,10} \((.*?)\)/

/** What the script printed; undefined where neither the kernel's log nor a counter could be read. */
export function readOomKills(text: string): Facts['oom-kills'] | undefined {
  const part = sections(text)
  const uptime = Number(part('uptime')[0])
  const log = readKernelLog(part('kernel'), uptime)
  const contained = part('contained').length > 0
  const counts = readChain(part('groups')).flatMap(
    (group) => group.value('memory.events', 'oom_kill') ?? group.value('memory.oom_control', 'oom_kill') ?? [],
  )
  if (!log && counts.length === 0) return undefined
  const counted = Math.max(0, ...counts)
  const kills: Facts['oom-kills']['kills'] = []
  // The log of a container is that of the machine around it: a group's kill is ours only if our groups have counted one.
  let group = false
  for (const line of log ?? []) {
    const constraint = /oom-kill:constraint=(\w+)/.exec(line.says)?.[1]
    if (constraint !== undefined) group = constraint === 'CONSTRAINT_MEMCG'
    const process = KILLED.exec(line.says)?.[1]
    if (process === undefined) continue
    const inGroup = /Memory cgroup out of memory/i.test(line.says) || group
    group = false
    if (!(contained && inGroup && counted === 0)) kills.push(kill(line, process))
  }
  for (const line of readKernelLog(['readable', ...part('others')], uptime) ?? []) {
    const says = line.says.replace(/^\S+ (?=\S+\[\d+\]: )/, '')
    kills.push(kill({ ...line, says }, /killed (\S{1,200})/i.exec(says)?.[1] ?? 'a process'))
  }
  if (kills.length === 0 && counted > 0) {
    // Nobody says when; but not before this machine began.
    const age = ageOfInit(part('init')[0], uptime)
    kills.push({
      process: 'a process',
      says: `the memory group of sshd counts ${counted} kills because memory ran out`,
      ...(age !== undefined && age < RECENT && { secondsAgo: age }),
    })
  }
  // The last kill is the one that matters.
  return { kills: kills.slice(-20).sort((a, b) => (a.secondsAgo ?? Infinity) - (b.secondsAgo ?? Infinity)) }
}

/** Seconds since the first process of this machine or container began: field 22 of /proc/1/stat, in hundredths (proc(5)). */
function ageOfInit(ticks: string | undefined, uptime: number): number | undefined {
  const age = /^\d{1,12}$/.test(ticks ?? '') ? uptime - Number(ticks) / 100 : Number.NaN
  return Number.isFinite(age) ? Math.max(0, Math.round(age)) : undefined
}

function kill({ secondsAgo, says }: KernelLine, process: string): Facts['oom-kills']['kills'][number] {
  return { ...(secondsAgo !== undefined && { secondsAgo }), process: visible(process, 60), says: visible(says, 300) }
}

export default {
  id: 'oom-kills',
  needs: 'shell',
  asks: 'has the kernel killed programs because memory ran out?',
  cost: { seconds: 0.3, connections: 0, load: 0.03 },
  applies: () => true,
  async run(context) {
    const { stdout } = await shell(context, SCRIPT, [listenerPid(context)], { sudo: true })
    const value = readOomKills(stdout)
    if (!value) throw new Unanswered('not-allowed', "the server's kernel log may not be read")
    return value
  },
} satisfies Probe<'oom-kills'>
