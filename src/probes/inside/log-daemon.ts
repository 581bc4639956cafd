import type { Probe } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { sections } from '../shell/sections.ts'
import { shell } from '../shell/shell.ts'

/**
 * Whether somebody reads /dev/log, without writing to it. Two looks, half a second apart: who stands still in both stands
 * still. With builtins alone, but for the pause.
 */
const SCRIPT = `
echo @socket
if [ -S /dev/log ]; then
  if [ /dev/log -ef /run/systemd/journal/dev-log ]; then echo journal; else echo syslog; fi
else echo none
fi 2>/dev/null
look() {
  echo @look-$1
  for p in /proc/[0-9]*; do
    c=; { read -r c < $p/comm; } 2>/dev/null
    case $c in systemd-journal|rsyslogd|rs:*|syslog-ng|syslogd|sysklogd|metalog|socklog|busybox|sshd*) ;; *) continue ;; esac
    case $c in busybox) t=; { read -r t < $p/cmdline; } 2>/dev/null; case $t in *syslogd*) c=syslogd ;; *) continue ;; esac ;; esac
    s=; { read -r s < $p/stat; } 2>/dev/null; s=\${s##*) }
    w=; { read -r w < $p/wchan; } 2>/dev/null
    z=
    while IFS=: read -r n k v; do
      case ,$k, in ,,) f=/sys/fs/cgroup$v/cgroup.events ;; *,freezer,*) f=/sys/fs/cgroup/freezer$v/freezer.state ;; *) continue ;; esac
      [ -r "$f" ] && while read -r a b; do case $a$b in FROZEN|FREEZING|frozen1) z=frozen ;; esac; done < "$f"
    done < $p/cgroup 2>/dev/null
    printf '%s\\n' "\${p#/proc/} \${s%% *} \${w:-0} \${z:-moves} $c"
  done
}
look first
sleep 0.5 2>/dev/null || sleep 1
look second
:
`

/** Where a process sleeps that wants to put a line into a full queue (net/unix/af_unix.c unix_dgram_sendmsg). */
const WAITS_FOR_READER = /^(?:unix_wait_for_peer|unix_dgram_sendmsg|sock_alloc_send_pskb|sock_wait_for_wmem)$/

interface Seen {
  pid: string
  state: string
  waitsIn: string
  frozen: boolean
  name: string
}

function look(lines: readonly string[]): Seen[] {
  return lines.flatMap((line) => {
    const m = /^(\d{1,10}) (\S) (\S{1,100}) (frozen|moves) (.{1,40})$/.exec(line)
    return m ? [{ pid: m[1]!, state: m[2]!, waitsIn: m[3]!, frozen: m[4] === 'frozen', name: m[5]! }] : []
  })
}

/** What the script printed. */
export function readLogDaemon(text: string): Facts['log-daemon'] {
  const part = sections(text)
  const socket = part('socket')[0]
  const first = look(part('look-first'))
  const second = look(part('look-second'))
  // Nobody but root is told where another's process sleeps; the kernel then says 0 of all.
  const told = second.some(({ name, waitsIn }) => name.startsWith('sshd') && waitsIn !== '0')
  const stillThere = second.filter(({ pid, waitsIn }) =>
    first.some((each) => each.pid === pid && each.waitsIn === waitsIn),
  )
  const stuck = stillThere.filter(({ name, waitsIn }) => name.startsWith('sshd') && WAITS_FOR_READER.test(waitsIn))
  const counted = told ? { stuck: stuck.length } : {}
  const readers = second.filter(({ name }) => !name.startsWith('sshd'))
  const reader =
    readers.find(({ name }) => (socket === 'journal') === (name === 'systemd-journal')) ??
    (socket === 'journal' ? undefined : readers[0])
  if (!reader) return { state: socket === undefined || second.length === 0 ? 'unknown' : 'not-running', ...counted }
  const name = reader.name === 'systemd-journal' ? 'systemd-journald' : reader.name
  const before = first.find(({ pid }) => pid === reader.pid)
  const still = (seen: Seen): boolean => seen.frozen || /^[TtDZ]$/.test(seen.state)
  if ((before && still(before) && still(reader)) || stuck.length > 0) return { name, state: 'hangs', ...counted }
  return { name, state: 'answers', ...counted }
}

export default {
  id: 'log-daemon',
  needs: 'shell',
  asks: "does anybody read sshd's log lines?",
  cost: { seconds: 0.7, connections: 0, load: 0.02 },
  tellsOfSlowness: true,
  applies: () => true,
  async run(context) {
    return readLogDaemon((await shell(context, SCRIPT, [], { sudo: true })).stdout)
  },
} satisfies Probe<'log-daemon'>
