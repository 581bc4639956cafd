import { type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { LISTENER, listenerPid } from '../sshd/listening-process.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { shell } from '../shell/shell.ts'

/** $1 the listener's pid. A container boots when its first process starts. */
const SCRIPT = `
echo @times
while read -r k v r; do case $k in btime) echo "btime $v"; break ;; esac; done < /proc/stat
read -r a b < /proc/uptime; echo "uptime $a"
read -r a < /proc/1/stat; printf '%s\\n' "init $a"
${LISTENER}
[ -n "$L" ] && { read -r a < /proc/$L/stat; } 2>/dev/null && printf '%s\\n' "listener $a"
${TIMEOUT}
if [ -d /run/systemd/system ]; then
  echo @state; $T systemctl is-system-running 2>/dev/null
  echo @jobs; $T systemctl list-jobs --no-legend --no-pager --plain 2>/dev/null | head -n 30
fi
echo @reboot
for f in /run/reboot-required /var/run/reboot-required; do [ -e $f ] && echo yes; done
echo @packages
if [ -d /var/lib/dpkg/info ]; then
  cd /var/lib/dpkg/info
  set --
  for f in openssh-server openssh-sftp-server libc6 libc6:* libssl[0-9]* libcrypt1* libpam0g* libpam-modules* libpam-systemd* libselinux1* systemd linux-image-[0-9]*; do
    case $f in *.list) ;; *) f=$f.list ;; esac
    [ -e "$f" ] && set -- "$@" "$f"
  done
  [ $# -gt 0 ] && $T stat -c '%Y %n' "$@" 2>/dev/null
elif command -v rpm >/dev/null 2>&1; then
  $T rpm -q --qf '%{INSTALLTIME} %{NAME}\\n' openssh-server glibc openssl-libs pam libselinux systemd kernel 2>/dev/null | grep '^[0-9]'
fi
:
`

const TICKS = 100

/** What the script printed; undefined where not even the kernel's clock could be read. */
export function readBoot(text: string): Facts['boot'] | undefined {
  const part = sections(text)
  const word = (name: string) =>
    part('times')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length + 1)
  const [btime, uptime] = [Number(word('btime') || NaN), Number(word('uptime') || NaN)]
  if (!Number.isFinite(btime) || !Number.isFinite(uptime)) return undefined
  const started = (stat: string | undefined): number | undefined => {
    // Field 22 of /proc/PID/stat; a name may hold anything, so count from the last bracket.
    const ticks = Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] || NaN)
    return Number.isFinite(ticks) ? ticks / TICKS : undefined
  }
  const own = started(word('init')) ?? 0
  // A process of the first seconds of a kernel is the kernel's own first.
  const after = own < 60 ? 0 : own
  const bootedAt = new Date((btime + after) * 1000)
  if (Number.isNaN(bootedAt.getTime())) return undefined
  const listener = started(word('listener'))
  const state = part('state')[0]
  const updated = part('packages').flatMap((line) => {
    const m = /^(\d{1,12}) (\S{1,120})$/.exec(line)
    if (!m) return []
    const name = m[2]!.replace(/\.list$/, '').replace(/:\w+$/, '')
    // What only the next boot brings in is compared with this one, what sshd has loaded with its start.
    const since = /^(?:linux-image|kernel|systemd$)/.test(name) ? btime + after : btime + (listener ?? after)
    return Number(m[1]) > since + 1 ? [visible(name, 100)] : []
  })
  return {
    bootedAt: bootedAt.toISOString(),
    uptime: Math.max(0, Math.round(uptime - after)),
    ...(state !== undefined && /^[a-z]{1,20}$/.test(state) && { state }),
    ...(state !== undefined && { jobs: part('jobs').flatMap(job) }),
    ...(part('packages').length > 0 && { updatedSince: [...new Set(updated)] }),
    rebootRequired: part('reboot').length > 0,
  }
}

/** `123 name.service start running`. */
function job(line: string): string[] {
  const m = /^\s*\d{1,10}\s+(\S{1,200})\s+(\S{1,40})\s+(\S{1,40})/.exec(line)
  return m ? [visible(`${m[1]} ${m[2]} ${m[3]}`, 120)] : []
}

export default {
  id: 'boot',
  needs: 'shell',
  asks: 'when did the server boot, is it done, and what was updated since?',
  cost: { seconds: 0.4, connections: 0, load: 0.04 },
  applies: () => true,
  async run(context) {
    const { stdout } = await shell(context, SCRIPT, [listenerPid(context)], { timeoutMs: 20_000 })
    const value = readBoot(stdout)
    if (!value) throw new Unanswered('absent', 'the server does not say when it booted')
    return value
  },
} satisfies Probe<'boot'>
