/** For scripts: every process of sshd with builtins of the shell alone, so that a host that can hardly fork still tells. */
export const SSHD_PROCESSES = `
echo @uptime; read -r up rest < /proc/uptime; echo "$up"
echo @processes
for p in /proc/[0-9]*; do
  c=; { read -r c < $p/comm; } 2>/dev/null
  case $c in sshd*|*:sshd*) ;; *) continue ;; esac
  s=; t=
  { read -r s < $p/stat; } 2>/dev/null
  { read -r t < $p/cmdline; } 2>/dev/null
  printf '%s\\n' "\${p#/proc/}|$s|$t"
done
echo @ancestors
a=$$; n=0
while [ "\${a:-0}" -gt 1 ] && [ $n -lt 20 ]; do
  echo "$a"; s=; { read -r s < /proc/$a/stat; } 2>/dev/null; s=\${s##*) }; s=\${s#* }; a=\${s%% *}; n=$((n+1))
done
`

export interface SshdProcess {
  pid: number
  parent: number
  /** Letter of /proc/PID/stat. */
  state: string
  /** Seconds it has been running; undefined where the clock could not be read. */
  age?: number
  title: string
}

/** The kernel shows times to user space in hundredths of a second on every architecture sshd is common on (USER_HZ). */
const TICKS = 100

/** Reads what SSHD_PROCESSES printed. */
export function readProcesses(lines: readonly string[], uptime: number): SshdProcess[] {
  return lines.flatMap((line) => {
    const m = /^(\d{1,10})\|\d+ \(.{0,64}?\) ([A-Za-z]) (\d{1,10}) (.*?)\|(.*)$/.exec(line)
    if (!m) return []
    // Behind the parent come fields 5 on; the start is field 22 (proc(5)).
    const start = Number(m[4]!.split(' ')[17])
    const age = uptime - start / TICKS
    const process = { pid: Number(m[1]), parent: Number(m[3]), state: m[2]!, title: m[5]!.trim() }
    return [Number.isFinite(age) ? { ...process, age: Math.max(0, Math.round(age)) } : process]
  })
}

/** Whether a title is that of a process that accepts connections, of any release. */
export function isListener(
  { title, parent }: { title: string; parent: number },
  all: readonly { pid: number }[],
): boolean {
  // Up to 8.1 the listener has no title but its command line; so has a child before it is started anew, beneath one.
  if (/^sshd: .*\[listener\]/.test(title)) return !all.some(({ pid }) => pid === parent)
  return /^\S*\/sshd/.test(title) && !title.includes('-R') && !all.some(({ pid }) => pid === parent)
}

/** `n of begin-full startups` of a title (8.2 on). */
export function readStartups(title: string): { pending: number; begin: number; full: number } | undefined {
  const m = /\[listener\] (\d{1,7}) of (\d{1,7})-(\d{1,7}) startups/.exec(title)
  return m ? { pending: Number(m[1]), begin: Number(m[2]), full: Number(m[3]) } : undefined
}
