import { isIP } from 'node:net'
import { type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { sections } from '../shell/sections.ts'
import { shell } from '../shell/shell.ts'

/**
 * $1 an address. UseDNS looks the name up and then, to be sure, the addresses of that name (sshd's remote_hostname(),
 * canohost.c, auth.c). The clock is the kernel's, since not every `date` knows fractions of a second.
 */
const SCRIPT = `
echo @servers
while read -r k v r; do case $k in nameserver) echo "$v" ;; esac; done < /etc/resolv.conf 2>/dev/null
command -v getent >/dev/null 2>&1 || exit 0
t=; timeout -s KILL 1 true 2>/dev/null && t='timeout -s KILL 12'
read -r a r < /proc/uptime
n=$($t getent hosts "$1" 2>/dev/null); c=$?
case $c in 0) set -- $n; [ -n "$2" ] && $t getent ahosts "$2" >/dev/null 2>&1 ;; esac
read -r b r < /proc/uptime
echo @lookup; echo "$c $a $b"
`

/** Behind this, no answer came: a server that knows no name says so at once, one that is dead costs a whole wait. Seconds. */
const NO_ANSWER = 4.5

/** What the script printed; undefined where nothing could look a name up. */
export function readResolver(text: string): Facts['resolver'] | undefined {
  const part = sections(text)
  const m = /^(\d{1,3}) (\d{1,12}(?:\.\d{1,4})?) (\d{1,12}(?:\.\d{1,4})?)$/.exec(part('lookup')[0] ?? '')
  if (!m) return undefined
  const code = Number(m[1])
  const seconds = Math.max(0, Math.round((Number(m[3]) - Number(m[2])) * 100) / 100)
  const servers = part('servers').map((server) => visible(server, 60))
  // 137 and 124 are timeout(1)'s; 2 is getent's word for "no such entry", whatever the reason.
  if (code === 0) return { servers, seconds, outcome: 'found' }
  if (code === 137 || code === 124) return { servers, seconds, outcome: 'timeout' }
  return { servers, seconds, outcome: seconds >= NO_ANSWER ? 'timeout' : code === 2 ? 'not-found' : 'fails' }
}

/** Nobody's address (RFC 5737): where ours is not known, any question shows how long an answer takes. */
const NOBODY = '192.0.2.1'

export default {
  id: 'resolver',
  needs: 'shell',
  asks: "how long does the server's name lookup of your address take?",
  cost: { seconds: 0.5, connections: 0, load: 0.01 },
  applies: () => true,
  async run(context) {
    const address = context.from !== undefined && isIP(context.from) ? context.from : NOBODY
    const { stdout } = await shell(context, SCRIPT, [address], { timeoutMs: 27_000 })
    const value = readResolver(stdout)
    if (!value)
      throw new Unanswered('timed-out', 'the server has no program to look a name up with, or has not finished')
    return value
  },
} satisfies Probe<'resolver'>
