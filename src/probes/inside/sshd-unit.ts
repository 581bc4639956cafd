import { type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { wholeAnswer } from '../shell/whole-answer.ts'

/** Debian and its kin call the unit ssh, the others sshd; either may be an alias of the other. */
export const SCRIPT = `
${TIMEOUT}
echo @uptime; read -r up rest < /proc/uptime; echo "$up"
echo @units
show() {
  $T systemctl show -p Id -p LoadState -p ActiveState -p SubState -p Result -p UnitFileState -p TasksCurrent -p TasksMax \\
    -p ExecMainStatus -p StateChangeTimestampMonotonic -p Accept -p Listen -p NConnections -p MaxConnections "$1" 2>/dev/null
}
if command -v systemctl >/dev/null 2>&1 && [ -d /run/systemd/system ]; then
  for u in ssh.service sshd.service ssh.socket sshd.socket; do echo "unit $u"; show $u || break; done
elif command -v rc-service >/dev/null 2>&1; then
  for u in sshd dropbear; do [ -e /etc/init.d/$u ] && echo "openrc $u" && $T rc-service $u status 2>&1; done
fi
:
`

type Unit = Facts['sshd-unit']

/** What the script printed; undefined where no service manager we know of answered. */
export function readUnits(text: string): Unit | undefined {
  const part = sections(text)
  const uptime = Number(part('uptime')[0])
  const units = new Map<string, Unit['units'][number]>()
  let socket: Unit['socket']
  let answered = false
  for (const block of part('units')
    .join('\n')
    .split(/^(?=unit |openrc )/m)) {
    const openrc = /^openrc (\S{1,60})\n[^]*status: (\w{1,30})/.exec(block)
    if (openrc) {
      const [, name, state] = openrc as unknown as [string, string, string]
      answered = true
      units.set(name, {
        name,
        active: state === 'started' ? 'active' : state === 'crashed' ? 'failed' : 'inactive',
        sub: state,
      })
      continue
    }
    const lines = block.split('\n').slice(1)
    const value = (key: string) => lines.find((line) => line.startsWith(`${key}=`))?.slice(key.length + 1)
    const load = value('LoadState')
    if (load !== undefined) answered = true
    const name = value('Id')
    if (name === undefined || load === undefined || load === 'not-found') continue
    const active = visible(value('ActiveState') ?? '', 40)
    if (name.endsWith('.socket')) {
      // A shipped unit that nobody uses is not socket activation.
      if (socket?.active) continue
      const listens = lines.filter((line) => line.startsWith('Listen=')).map((line) => visible(line.slice(7), 100))
      const connections = number(value('NConnections'))
      const max = number(value('MaxConnections'))
      socket = {
        name: visible(name, 60),
        active: active === 'active',
        accept: value('Accept') === 'yes',
        listens,
        ports: listens.flatMap((text) => Number(/:(\d{1,5}) \(Stream\)/.exec(text)?.[1] ?? NaN) || []),
        ...(connections !== undefined && { connections }),
        ...(max !== undefined && { max }),
      }
      continue
    }
    const [result, enabled] = [value('Result'), value('UnitFileState')]
    const [tasks, tasksMax] = [number(value('TasksCurrent')), number(value('TasksMax'))]
    const status = number(value('ExecMainStatus'))
    const changed = number(value('StateChangeTimestampMonotonic'))
    units.set(name, {
      name: visible(name, 60),
      active,
      sub: visible(value('SubState') ?? '', 40),
      ...(result && { result: visible(result, 40) }),
      ...(enabled && { enabled: visible(enabled, 40) }),
      ...(tasks !== undefined && { tasks }),
      ...(tasksMax !== undefined && { tasksMax }),
      ...(status !== undefined && status !== 0 && { status }),
      ...(changed !== undefined &&
        changed > 0 &&
        uptime > 0 && { since: Math.max(0, Math.round(uptime - changed / 1e6)) }),
    })
  }
  if (!answered) return undefined
  return { units: [...units.values()], ...(socket && { socket }) }
}

/** systemd prints the largest number for "not known" and `infinity` for none. */
function number(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

export default {
  id: 'sshd-unit',
  needs: 'shell',
  asks: 'what does the service manager say about sshd?',
  cost: { seconds: 0.3, connections: 0, load: 0.05 },
  applies: () => true,
  async run(context) {
    const stdout = await wholeAnswer(context, SCRIPT, [], { timeoutMs: 25_000 })
    const value = readUnits(stdout)
    if (!value) throw new Unanswered('absent', 'no service manager of the server answered about sshd')
    return value
  },
} satisfies Probe<'sshd-unit'>
