import { visible } from '../../core/visible.ts'
import type { Connection } from '../../sshd-config/types.ts'

/**
 * For scripts: `$bin` is the sshd that answers, the one that runs as process `$pid` where that is known, though its file may
 * have been replaced; its title is what is left to those who may not look at the link.
 */
export const FIND_SSHD = `
bin=
if [ -n "$pid" ]; then bin=$(readlink /proc/$pid/exe 2>/dev/null); bin=\${bin% (deleted)}; fi
case $bin in */sshd) ;; *) bin= ;; esac
[ -x "$bin" ] || { bin=; [ -n "$pid" ] && read -r t < /proc/$pid/cmdline && t=\${t#sshd: } && bin=\${t%% *}; } 2>/dev/null
case $bin in /*/sshd) ;; *) bin= ;; esac
[ -x "$bin" ] || bin=$(command -v sshd)
case $bin in /*) ;; *) bin=/usr/sbin/sshd ;; esac
echo @sshd; printf '%s\\n' "$bin"
`

/**
 * For scripts, after FIND_SSHD and TIMEOUT: what `$bin` makes of `$file`, for the connection `$spec` where that is said, with the
 * options it was started with as `$@`; its exit code and release. `$e` is the exit code.
 */
export const ASK_SSHD = `
echo @values
if [ -n "$spec" ]; then $T "$bin" -T -f "$file" "$@" -C "$spec" 2>&1; e=$?; else $T "$bin" -T -f "$file" "$@" 2>&1; e=$?; fi
echo @exit; echo $e
echo @version; $T "$bin" -V </dev/null 2>&1 | grep -m1 -oE 'OpenSSH_[^,]*'
`

/** As `sshd -T -C` takes it; a comma in a name would begin the next part, so such a one is left out. */
export function connectionSpec({
  user,
  host,
  address,
  localAddress,
  localPort,
  rdomain,
  invalidUser,
}: Connection): string {
  const parts = { user, host, addr: address, laddr: localAddress, lport: localPort, rdomain }
  const spec = Object.entries(parts).flatMap(([key, value]) =>
    value === undefined || String(value).includes(',') ? [] : [`${key}=${value}`],
  )
  return [...spec, ...(invalidUser ? ['invalid-user'] : [])].join(',')
}

/** `-T` prints keywords in lower case up to 10.4 and in mixed case from 10.5; a keyword may stand several times. */
export function readValues(lines: readonly string[]): Record<string, string[]> {
  const values = new Map<string, string[]>()
  for (const line of lines) {
    const m = /^([A-Za-z][A-Za-z0-9]{1,60})(?: (.*))?$/.exec(line)
    if (!m) continue
    const keyword = m[1]!.toLowerCase()
    values.set(keyword, [...(values.get(keyword) ?? []), visible(m[2] ?? '', 4000)])
  }
  return Object.fromEntries(values)
}
