import { known, type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { canonicalAddress } from '../../openssh/networks.ts'
import { portOf } from '../dial/addresses.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { CLOSE_WAIT, ESTABLISHED, hexPort, LISTEN, readHolders, readSockets, type Socket } from '../sockets/sockets.ts'
import { isListener, readProcesses, readStartups, SSHD_PROCESSES, type SshdProcess } from '../sshd/sshd-processes.ts'
import { wholeAnswer } from '../shell/whole-answer.ts'

/** $1 the port as the kernel prints it. */
const SCRIPT = `
${SSHD_PROCESSES}
${TIMEOUT}
echo @machine; uname -m
echo @sockets
grep -hiE "^ *[0-9]+: [0-9A-F]+:$1 [0-9A-F]+:[0-9A-F]{4} (01|08|0A) " /proc/net/tcp /proc/net/tcp6 2>/dev/null | head -n 5000
echo @holders
set --
for p in /proc/[0-9]*; do
  c=; { read -r c < $p/comm; } 2>/dev/null
  case $c in sshd*) set -- "$@" $p/fd ;; esac
done
[ $# -eq 0 ] || $T ls -l "$@" 2>/dev/null | grep -E '^/proc|socket:' | head -n 20000
:
`

/** A process that serves one connection, and what beneath it tells how far that is. */
interface Serving {
  process: SshdProcess
  address?: string
}

/**
 * Which connections hold one of the slots MaxStartups counts: those whose process is a child of the listener and has not let
 * anybody in yet (openssh.md 1.2). Children of a listener that is gone hold none.
 */
export function readSlotHolders(text: string, mine: string | undefined): Facts['slot-holders'] | undefined {
  const part = sections(text)
  const uptime = Number(part('uptime')[0])
  const processes = readProcesses(part('processes'), uptime)
  const bigEndian = /^(?:s390|ppc64$|ppc$|mips$|mips64$|sparc)/.test(part('machine')[0] ?? '')
  const sockets = readSockets(part('sockets'), bigEndian)
  const holders = readHolders(part('holders'))
  const connections = sockets.filter(
    ({ state, inode }) => (state === ESTABLISHED || state === CLOSE_WAIT) && inode !== '0',
  )
  const listening = sockets.filter(({ state }) => state === LISTEN)
  if (listening.length === 0 && connections.length === 0 && processes.length === 0) return undefined

  const all = processes.filter((process) => isListener(process, processes))
  const ofPort = all.filter(({ pid }) => listening.some(({ inode }) => holders.get(inode)?.includes(pid)))
  // Nobody's sockets can be seen without root; then every listener is taken for the one.
  const listeners = ofPort.length > 0 ? ofPort : all
  const children = processes.filter(({ parent }) => listeners.some(({ pid }) => pid === parent))
  const addressOf = (pid: number) => connections.find(({ inode }) => holders.get(inode)?.includes(pid))?.remote.address
  const seesSockets = connections.length === 0 || connections.some(({ inode }) => holders.has(inode))

  const pending = children.filter((child) => isPending(child, processes))
  const loggedIn = children.filter(({ state }) => state !== 'Z').length - pending.length
  const serving = seesSockets
    ? pending.map((process): Serving => withAddress(process, addressOf(process.pid)))
    : guessed(pending, connections, loggedIn)
  const holdersOf = grouped(serving)
  return {
    pending: holdersOf,
    // A title of the listener is sshd's own count, and the only one where its children cannot be seen (hidepid).
    total: children.length > 0 ? pending.length : (readStartups(listeners[0]?.title ?? '')?.pending ?? 0),
    ...(mine !== undefined && { mine: holdersOf.find(({ address }) => address === mine)?.count ?? 0 }),
    loggedIn,
  }
}

function isPending(child: SshdProcess, all: readonly SshdProcess[]): boolean {
  // Dead already; its listener has only not looked yet.
  if (child.state === 'Z') return false
  const beneath = all.filter(({ parent }) => parent === child.pid)
  const titles = [child, ...beneath].map(({ title }) => title)
  // `sshd: alice@pts/0` and `alice@notty` are let in; what a user is called cannot hold a blank in front of the @.
  if (titles.some((title) => /^sshd(?:-session)?: \S+@\S+$/.test(title))) return false
  if (titles.some((title) => /\[(?:accepted|net|preauth|pam|session-auth early)\]|^\S*sshd-auth\b/.test(title)))
    return true
  // A monitor alone: between the login and its session, where the slot is free already (9.7 and before).
  return !child.title.endsWith('[priv]')
}

const withAddress = (process: SshdProcess, address: string | undefined): Serving =>
  address === undefined ? { process } : { process, address }

/** Without root: whose connections the pending ones are is known only where all of them are. */
function guessed(pending: SshdProcess[], connections: Socket[], loggedIn: number): Serving[] {
  if (pending.length === 0) return []
  const sources = new Set(connections.map(({ remote }) => remote.address))
  if (loggedIn > 0 && sources.size !== 1) return []
  return pending.map((process, i) => withAddress(process, connections[i]?.remote.address))
}

function grouped(serving: readonly Serving[]): Facts['slot-holders']['pending'] {
  const groups = new Map<string, { address: string; count: number; oldestSeconds?: number }>()
  for (const { process, address } of serving) {
    if (address === undefined) continue
    const group = groups.get(address) ?? { address, count: 0 }
    group.count++
    if (process.age !== undefined) group.oldestSeconds = Math.max(group.oldestSeconds ?? 0, process.age)
    groups.set(address, group)
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || (a.address < b.address ? -1 : 1))
}

export default {
  id: 'slot-holders',
  needs: 'shell',
  asks: 'who holds connections that are not logged in?',
  cost: { seconds: 0.3, connections: 0, load: 0.05 },
  early: true,
  passing: true,
  applies: () => true,
  async run(context) {
    const port = portOf(context.facts, context.target)
    const stdout = await wholeAnswer(context, SCRIPT, [hexPort(port)], { sudo: true })
    const from = context.from ?? known(context.facts, 'inside-session')?.clientAddress
    const value = readSlotHolders(stdout, from === undefined ? undefined : canonicalAddress(from))
    if (!value) throw new Unanswered('absent', 'neither the processes nor the connections of the server can be seen')
    return value
  },
} satisfies Probe<'slot-holders'>
