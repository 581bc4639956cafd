import { known, type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { effectiveConfig } from './sshd-effective.ts'
import listenerProbe from './listener.ts'
import { wholeAnswer } from '../shell/whole-answer.ts'

/**
 * $1 the pid of the listener, $2 and $3 sshd-session and sshd-auth where known. The programs are started with nothing to do:
 * sshd prints its version or its usage, the other two refuse to run by hand; a library they lack shows.
 */
const SCRIPT = `
${TIMEOUT}
pid=$1 session=$2 auth=$3 seen=
exe=; [ -n "$pid" ] && exe=$(readlink "/proc/$pid/exe" 2>/dev/null)
echo @exe; printf '%s\\n' "$exe"
bin=\${exe% (deleted)}
# sshd starts anew what stands at the path it was called by (sshd.c rexec_argv), and that is what the title shows.
t=; [ -n "$exe" ] && t=$(tr '\\000' ' ' < "/proc/$pid/cmdline" 2>/dev/null)
case $t in "sshd: /"*) t=\${t#sshd: } ;; /*) ;; *) t= ;; esac; t=\${t%% *}
if [ -n "$t" ] && [ -e "$t" ]; then bin=$t; echo @called; [ "/proc/$pid/exe" -ef "$t" ] && echo same || echo other; fi
[ -n "$bin" ] || bin=$(command -v sshd); [ -n "$bin" ] || bin=/usr/sbin/sshd
echo @times; date +%s.%N; read -r up rest < /proc/uptime; echo "$up"
start=0; if [ -n "$pid" ]; then s=; { read -r s < "/proc/$pid/stat"; } 2>/dev/null; s=\${s##*) }; set -- $s; start=\${20}; fi; echo "$start"
stat -L -c %.Z "$bin" 2>/dev/null; stat -L -c %Z "$bin" 2>/dev/null
# Text in a program ends with a NUL; busybox's grep stops there.
named() { $T tr '\\000' '\\n' < "$1" 2>/dev/null | grep -xE "/[[:alnum:]/._-]*/sshd-$2" | sort -u | head -n 4; }
set -- $session $auth
[ $# -gt 0 ] || set -- $(named "$bin" '(session|auth)')
if [ $# -gt 0 ]; then
  for s in "$@"; do case $s in *sshd-session) set -- "$@" $(named "$s" auth) ;; esac; done
fi
for f in "$bin" "$@"; do
  case " $seen " in *" $f "*) continue ;; esac; seen="$seen $f"
  echo @program; printf '%s\\n' "$f"
  if [ ! -e "$f" ]; then echo missing; elif [ ! -f "$f" ] || [ ! -x "$f" ]; then echo not-executable
  else echo there; says=$($T "$f" -V </dev/null 2>&1); echo "exit $?"; printf '%.600s\\n' "$says"; fi
done
:
`

type Programs = Facts['sshd-programs']

/** Words only the dynamic loader, the kernel or a library says of a program that cannot run here. */
const BROKEN =
  /error while loading shared libraries|cannot open shared object|symbol lookup error|OpenSSL version mismatch|version `\S+' not found|Exec format error|not found$|Permission denied$|Segmentation fault|Illegal instruction|Bus error/

/** What the script printed; undefined where it told of no program. */
export function readPrograms(text: string): Programs | undefined {
  const part = sections(text)
  const programs = text
    .split(/^@program\n/m)
    .slice(1)
    .flatMap((block): Programs['programs'] => {
      const [path, state, exit, ...says] = block.split('\n')
      if (!path?.startsWith('/')) return []
      if (state === 'missing' || state === 'not-executable') return [{ path: visible(path, 300), state }]
      if (state !== 'there') return []
      return [{ path: visible(path, 300), ...condition(exit ?? '', says) }]
    })
  if (programs.length === 0) return undefined
  const listenerReplaced = part('called')[0] === 'other' || readReplaced(part('exe')[0], part('times'))
  return { ...(listenerReplaced !== undefined && { listenerReplaced }), programs }
}

function condition(exit: string, says: readonly string[]): { state: 'fine' | 'broken'; says?: string } {
  const broken = says.find((line) => BROKEN.test(line))
  if (broken !== undefined) return { state: 'broken', says: visible(broken, 300) }
  // 132 to 139 but for KILL: ended by SIGILL, TRAP, ABRT, BUS, FPE, SEGV.
  const signal = /^exit (13[2-9])$/.exec(exit)?.[1]
  if (signal !== undefined && signal !== '137')
    return { state: 'broken', says: `ended by signal ${Number(signal) - 128}` }
  // Every sshd has something to say to an option: its version, its usage, or that it is not to be run by hand.
  if (/^exit \d/.test(exit) && exit !== 'exit 137' && says.join('').trim() === '')
    return { state: 'broken', says: 'the program ends and says nothing' }
  return { state: 'fine' }
}

function readReplaced(exe: string | undefined, times: readonly string[]): boolean | undefined {
  if (exe !== undefined && exe.startsWith('/')) return exe.endsWith(' (deleted)')
  // Without root: a file that came after the process. The time of the inode, since packages set that of the content.
  const [now, up, ticks, ...changes] = times.map(Number.parseFloat)
  const changed = changes.find((time) => time > 0)
  if (!(now! > 0) || !(up! > 0) || !(ticks! > 0) || changed === undefined) return undefined
  // Where `date` knows no fractions the start may have been a second later.
  return changed > now! - up! + ticks! / 100 + (Number.isInteger(now) ? 1 : 0)
}

export default {
  id: 'sshd-programs',
  needs: 'shell',
  asks: 'are the programs that sshd runs in place, and are they those it was started from?',
  cost: { seconds: 0.3, connections: 0, load: 0.05 },
  applies: () => true,
  async run(context) {
    const values = (await effectiveConfig(context))?.values ?? {}
    const listener = known(context.facts, 'listener') ?? (await listenerProbe.run(context).catch(() => undefined))
    const pid = listener?.listeners.find(({ program, pid }) => program?.startsWith('sshd') && pid !== undefined)?.pid
    const path = (keyword: string) => values[keyword]?.[0] ?? ''
    const args = [String(pid ?? ''), path('sshdsessionpath'), path('sshdauthpath')]
    const value = readPrograms(await wholeAnswer(context, SCRIPT, args, { sudo: true, timeoutMs: 30_000 }))
    if (!value) throw new Unanswered('absent', 'no program of sshd was found on the server')
    return value
  },
} satisfies Probe<'sshd-programs'>
