import { type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { KERNEL_LOG, readKernelLog, RECENT } from '../kernel/kernel-log.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { shell } from '../shell/shell.ts'

/** Who waits in both looks does not pass by; the name comes last, it may hold anything. */
const SCRIPT = `
look() {
  for p in /proc/[0-9]*; do
    s=; { read -r s < $p/stat; } 2>/dev/null
    case \${s##*) } in D*) ;; *) continue ;; esac
    w=; { read -r w < $p/wchan; } 2>/dev/null
    n=; { read -r n < $p/comm; } 2>/dev/null
    printf '%s\\n' "\${p#/proc/} \${w:-0} $n"
  done
}
echo @uptime; read -r up rest < /proc/uptime; echo "$up"
echo @first; look
sleep 0.5 2>/dev/null || sleep 1
echo @second; look
echo @looked; echo yes
${TIMEOUT}
${KERNEL_LOG}
echo @contained; contained
echo @kernel; kernel_log -e '/blocked for more than/p'
:
`

/** What the script printed; undefined where it did not come to its second look. */
export function readBlockedTasks(text: string): Facts['blocked-tasks'] | undefined {
  const part = sections(text)
  if (part('looked').length === 0) return undefined
  const first = new Set(part('first').map((line) => line.split(' ', 1)[0]))
  const tasks = part('second').flatMap((line) => {
    const m = /^(\d{1,10}) (\S{1,100}) (.*)$/.exec(line)
    if (!m || !first.has(m[1])) return []
    const task = { pid: Number(m[1]), name: visible(m[3]!, 40) }
    return [m[2] === '0' ? task : { ...task, waitsIn: visible(m[2]!, 60) }]
  })
  const log = readKernelLog(part('kernel'), Number(part('uptime')[0])) ?? []
  // Of a container's neighbours nobody can tell whose tasks they are: ours show above.
  const ours = part('contained').length > 0 ? [] : log
  const says = ours.filter(({ secondsAgo }) => secondsAgo !== undefined && secondsAgo < RECENT)
  return { tasks, kernelSays: says.slice(-5).map((line) => visible(line.says, 200)) }
}

export default {
  id: 'blocked-tasks',
  needs: 'shell',
  asks: 'are programs stuck waiting for a disk?',
  cost: { seconds: 0.9, connections: 0, load: 0.03 },
  tellsOfSlowness: true,
  applies: () => true,
  async run(context) {
    const value = readBlockedTasks((await shell(context, SCRIPT, [], { sudo: true })).stdout)
    if (!value) throw new Unanswered('timed-out', 'the server was too slow to list its processes twice')
    return value
  },
} satisfies Probe<'blocked-tasks'>
