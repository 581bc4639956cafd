import { type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { portOf } from '../dial/addresses.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { hexPort, LISTEN, readSockets } from '../sockets/sockets.ts'
import { wholeAnswer } from '../shell/whole-answer.ts'

/** sshd asks for as many (ssh.h SSH_LISTEN_BACKLOG, since 2003); the kernel grants no more than net.core.somaxconn. */
const SSHD_BACKLOG = 128

/** $1 the port as the kernel prints it, $2 in decimal. */
const SCRIPT = `
echo @machine; uname -m
echo @sockets; grep -hiE "^ *[0-9]+: [0-9A-F]+:$1 [0-9A-F]+:[0-9A-F]{4} 0A " /proc/net/tcp /proc/net/tcp6 2>/dev/null | head -n 50
# A shell reads byte by byte, and a number of /proc/sys is whole or nothing.
echo @somaxconn; cat /proc/sys/net/core/somaxconn 2>/dev/null
echo @counters; grep '^TcpExt:' /proc/net/netstat 2>/dev/null
${TIMEOUT}
echo @ss; command -v ss >/dev/null 2>&1 && $T ss -ltn 2>/dev/null | grep -E "[]:.*]$2 " | head -n 50
:
`

/** What the script printed; undefined where nothing listens on the port. */
export function readAcceptQueue(text: string, port: number): Facts['accept-queue'] | undefined {
  const part = sections(text)
  const bigEndian = /^(?:s390|ppc64$|ppc$|mips$|mips64$|sparc)/.test(part('machine')[0] ?? '')
  const sockets = readSockets(part('sockets'), bigEndian).filter(
    ({ state, local }) => state === LISTEN && local.port === port,
  )
  const somaxconn = Number(part('somaxconn')[0])
  const granted = somaxconn > 0 ? Math.min(SSHD_BACKLOG, somaxconn) : SSHD_BACKLOG
  const queues = sockets.map(({ received }) => ({ waiting: received, backlog: granted }))
  for (const line of part('ss')) {
    const m = /^LISTEN\s+(\d{1,9})\s+(\d{1,9})\s+\S*:(\d{1,5})\s/.exec(line)
    if (m && Number(m[3]) === port) queues.push({ waiting: Number(m[1]), backlog: Number(m[2]) })
  }
  // `ss` says how long the queue may grow; the kernel's table only how long it is.
  const fullest = queues.reverse().sort((a, b) => b.waiting - a.waiting)[0]
  if (!fullest) return undefined
  const overflows = counter(part('counters'), 'ListenOverflows')
  return { ...fullest, ...(overflows !== undefined && { overflows }) }
}

function counter(lines: readonly string[], name: string): number | undefined {
  const at = (lines[0] ?? '').trim().split(/\s+/).indexOf(name)
  const value = at < 1 ? undefined : (lines[1] ?? '').trim().split(/\s+/)[at]
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined
}

export default {
  id: 'accept-queue',
  needs: 'shell',
  asks: 'how many connections wait for sshd to take them?',
  cost: { seconds: 0.2, connections: 0, load: 0.02 },
  early: true,
  applies: () => true,
  async run(context) {
    const port = portOf(context.facts, context.target)
    const stdout = await wholeAnswer(context, SCRIPT, [hexPort(port), String(port)])
    const value = readAcceptQueue(stdout, port)
    if (!value) throw new Unanswered('absent', `nothing listens on port ${port} of the server`)
    return value
  },
} satisfies Probe<'accept-queue'>
