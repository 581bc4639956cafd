import type { Probe } from '../../core/probe.ts'
import type { Facts, Listener } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { portOf } from '../dial/addresses.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { hexPort, LISTEN, readHolders, readSockets } from '../sockets/sockets.ts'
import { isListener, readProcesses, readStartups, SSHD_PROCESSES, type SshdProcess } from '../sshd/sshd-processes.ts'
import { wholeAnswer } from '../shell/whole-answer.ts'

/** $1 the port, $2 the same as the kernel prints it. */
const SCRIPT = `
${SSHD_PROCESSES}
${TIMEOUT}
echo @machine; uname -m
echo @sockets; grep -h ' 0A ' /proc/net/tcp /proc/net/tcp6 2>/dev/null | head -n 400
echo @holders
held=
if command -v ss >/dev/null 2>&1; then held=$($T ss -ltnpe 2>/dev/null | grep pid= | head -n 400); printf '%s\\n' "$held"; fi
[ -n "$held" ] || $T ls -l /proc/[0-9]*/fd 2>/dev/null | grep -E '^/proc/|socket:' | head -n 20000
echo @details
pids=" $(printf '%s\\n' "$held" | grep -E "[]:.*]$1 " | sed 's/pid=/\\n/g' | sed -n 's/^\\([0-9][0-9]*\\),.*/\\1/p' | tr '\\n' ' ')"
for p in /proc/[0-9]*; do
  p=\${p#/proc/}; c=; { read -r c < /proc/$p/comm; } 2>/dev/null
  case $pids in *" $p "*) ;; *) case $c in sshd*) ;; *) continue ;; esac; s=; { read -r s < /proc/$p/stat; } 2>/dev/null
    s=\${s##*) }; case $s in [A-Za-z]\\ 1\\ *) ;; *) continue ;; esac ;; esac
  printf '%s\\n' "pid $p" "comm $c"
  s=; { read -r s < /proc/$p/stat; } 2>/dev/null; printf '%s\\n' "stat $s"
  w=; { read -r w < /proc/$p/wchan; } 2>/dev/null; printf '%s\\n' "wchan $w"
  while read -r k v; do case $k in TracerPid:) echo "tracer $v" ;; esac; done < /proc/$p/status 2>/dev/null
  while IFS=: read -r n k v; do
    case ,$k, in ,,) f=/sys/fs/cgroup$v/cgroup.freeze ;; *,freezer,*) f=/sys/fs/cgroup/freezer$v/freezer.state ;; *) continue ;; esac
    z=; { read -r z < "$f"; } 2>/dev/null && printf '%s\\n' "freezer $z"
  done < /proc/$p/cgroup 2>/dev/null
  printf 'title '; tr '\\000\\n' '  ' < /proc/$p/cmdline 2>/dev/null | head -c 600; echo
done
echo @ports
grep -ihsE '^[[:space:]]*(port|listenaddress)[[:space:]=]' /etc/ssh/sshd_config /etc/ssh/sshd_config.d/*.conf | head -n 50
:
`

interface Detail {
  pid: number
  comm: string
  title: string
  state?: string
  waitsIn?: string
  frozen?: boolean
  age?: number
  tracedBy?: number
}

function readDetails(lines: readonly string[], uptime: number): Detail[] {
  const details: Detail[] = []
  for (const line of lines) {
    const at = line.indexOf(' ')
    const value = at < 0 ? '' : line.slice(at + 1).trim()
    const last = details.at(-1)
    switch (at < 0 ? line : line.slice(0, at)) {
      case 'pid':
        details.push({ pid: Number(value) || 0, comm: '', title: '' })
        break
      case 'comm':
        if (last) last.comm = value
        break
      case 'stat': {
        const process = last && readProcesses([`${last.pid}|${value}|`], uptime)[0]
        if (!process) break
        last.state = process.state
        if (process.age !== undefined) last.age = process.age
        break
      }
      case 'wchan':
        if (last && value !== '' && value !== '0') last.waitsIn = visible(value, 80)
        break
      case 'tracer':
        if (last && /^[1-9]\d{0,9}$/.test(value)) last.tracedBy = Number(value)
        break
      case 'freezer':
        if (last) last.frozen = last.frozen === true || /^(?:1|FROZEN|FREEZING)$/.test(value)
        break
      case 'title':
        if (last) last.title = value
    }
  }
  return details
}

/** What the script printed about who listens where. */
export function readListeners(text: string, port: number): Facts['listener'] {
  const part = sections(text)
  const uptime = Number(part('uptime')[0])
  const bigEndian = /^(?:s390|ppc64$|ppc$|mips$|mips64$|sparc)/.test(part('machine')[0] ?? '')
  const sockets = readSockets(part('sockets'), bigEndian).filter(({ state }) => state === LISTEN)
  const holders = readHolders(part('holders'))
  const processes = readProcesses(part('processes'), uptime)
  const details = readDetails(part('details'), uptime)
  const sshds = processes.filter((process) => isListener(process, processes))
  const configured = configuredPorts(part('ports'), sshds)

  const listeners: Listener[] = []
  const sshdPorts = new Set<number>()
  for (const { local, inode } of sockets) {
    const pids = holders.get(inode) ?? []
    const held = pids.flatMap((pid) => details.find((each) => each.pid === pid) ?? [])
    if (held.length === 0) {
      const guess =
        pids.length > 0 ? sshds.find(({ pid }) => pids.includes(pid)) : unseen(sshds, configured, local.port)
      const detail = details.find(({ pid }) => pid === guess?.pid)
      if (detail) held.push(detail)
      else if (guess) held.push({ ...guess, comm: 'sshd' })
    }
    // systemd keeps its hold of a socket it has handed to sshd; who serves it is sshd.
    const serving = held.find(({ comm }) => comm.startsWith('sshd')) ?? held[0]
    // Socket activation: systemd holds the port until the first connection comes.
    const kept =
      serving?.comm === 'systemd' && (configured.has(local.port) || (configured.size === 0 && local.port === 22))
    if (kept || serving?.comm.startsWith('sshd') || pids.some((pid) => sshds.some((each) => each.pid === pid)))
      sshdPorts.add(local.port)
    if (local.port === port) listeners.push({ address: local.address, port, ...(serving && described(serving)) })
  }
  return { port, listeners, sshdPorts: [...sshdPorts].sort((a, b) => a - b) }
}

/** Without root nobody tells whose socket it is: an sshd that runs and a port of its configuration belong together. */
function unseen(sshds: readonly SshdProcess[], configured: ReadonlySet<number>, port: number): SshdProcess | undefined {
  const told = sshds.find(({ title }) => new RegExp(String.raw` -p ?${port}\b`).test(title))
  if (told) return told
  return configured.has(port) ? sshds.find(({ title }) => !/ -p ?\d/.test(title)) : undefined
}

function configuredPorts(lines: readonly string[], sshds: readonly SshdProcess[]): Set<number> {
  const ports = new Set<number>()
  for (const line of lines) {
    const port = /^\s*port[\s=]+"?(\d{1,5})/i.exec(line) ?? /^\s*listenaddress\s.*:(\d{1,5})"?\s*$/i.exec(line)
    if (port) ports.add(Number(port[1]))
  }
  if (ports.size === 0 && sshds.length > 0) ports.add(22)
  return ports
}

function described({ pid, comm, title, state, waitsIn, frozen, age, tracedBy }: Detail): Partial<Listener> {
  const startups = readStartups(title)
  return {
    ...(pid > 0 && { pid }),
    ...(comm && { program: visible(comm, 60) }),
    ...(title && { title: visible(title, 300) }),
    ...(startups && { startups }),
    ...(state !== undefined && { state }),
    ...(waitsIn !== undefined && { waitsIn }),
    ...(frozen !== undefined && { frozen }),
    ...(age !== undefined && { age }),
    ...(tracedBy !== undefined && { tracedBy }),
  }
}

export default {
  id: 'listener',
  needs: 'shell',
  asks: 'which program listens on the port, and how is it?',
  cost: { seconds: 0.3, connections: 0, load: 0.05 },
  early: true,
  passing: true,
  applies: () => true,
  async run(context) {
    const port = portOf(context.facts, context.target)
    const stdout = await wholeAnswer(context, SCRIPT, [String(port), hexPort(port)], { sudo: true })
    return readListeners(stdout, port)
  },
} satisfies Probe<'listener'>
