import { known, type ProbeContext } from '../../core/probe.ts'

/** The process that accepts connections on the port, where it has been asked already; '' otherwise. Goes in as `$1`. */
export function listenerPid({ facts }: ProbeContext): string {
  const listeners = known(facts, 'listener')?.listeners ?? []
  const one = listeners.find(({ program }) => program?.startsWith('sshd')) ?? listeners[0]
  return one?.pid === undefined ? '' : String(one.pid)
}

/**
 * For scripts: `$L` is the process of `$1` or, where that is empty or gone, some sshd that listens; empty where nobody can
 * be seen. With builtins alone.
 */
export const LISTENER = `
L=$1
if [ -z "$L" ] || ! [ -e /proc/$L/stat ]; then
  L=
  for p in /proc/[0-9]*; do
    c=; { read -r c < $p/comm; } 2>/dev/null
    [ "$c" = sshd ] || continue
    t=; { read -r t < $p/cmdline; } 2>/dev/null
    case $t in *'[listener]'*) L=\${p#/proc/}; break ;; esac
    s=; { read -r s < $p/stat; } 2>/dev/null
    case \${s##*) } in [A-Z]' 1 '*) [ -n "$L" ] || L=\${p#/proc/} ;; esac
  done
fi
`
