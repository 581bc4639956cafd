import type { Probe } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { shell } from '../shell/shell.ts'

/**
 * A container daemon that hangs is not waited for; its containers' keepers still stand among the processes. One that sleeps is
 * not woken: docker's client would start the daemon (docker.socket), podman would set up its store.
 */
const SCRIPT = `
${TIMEOUT}
k=; d=
for p in /proc/[0-9]*; do
  c=; { read -r c < $p/comm; } 2>/dev/null
  case $c in
    containerd-shim*|conmon|lxc-start) k="$k $c" ;;
    dockerd|containerd|crio) d="$d $c" ;;
  esac
done
case $d in *dockerd*) echo @docker; $T docker ps -a --format '{{.Names}} {{.State}}' 2>/dev/null | head -n 500 ;; esac
case $k in *conmon*) command -v podman >/dev/null 2>&1 && { echo @podman; $T podman ps -a --format '{{.Names}} {{.State}}' 2>/dev/null | head -n 500; } ;; esac
case $d in *containerd*|*crio*) command -v crictl >/dev/null 2>&1 && { echo @crictl; $T crictl ps -a 2>/dev/null | head -n 500; } ;; esac
echo @processes; for c in $k; do echo "$c"; done
:
`

/** What the script printed; `none` where nothing of the kind is there. */
export function readContainers(text: string): Facts['containers'] {
  const part = sections(text)
  const seen: Facts['containers'][] = []
  for (const runtime of ['docker', 'podman', 'crictl']) {
    const all = part(runtime).flatMap((line) => {
      if (runtime === 'crictl') {
        const m = /\s(Running|Exited|Created|Unknown)\s+(\S{1,200})/.exec(line)
        return m ? [{ running: m[1] === 'Running', name: m[2]! }] : []
      }
      // Before podman 5 its State was what others call Status: `Up 2 seconds ago`.
      const m = /^(\S{1,200}) (\S{1,30})/.exec(line)
      return m ? [{ running: /^(?:running|up)$/i.test(m[2]!), name: m[1]! }] : []
    })
    if (all.length === 0) continue
    const running = all.filter((each) => each.running)
    const names = running.slice(0, 50).map(({ name }) => visible(name, 80))
    seen.push({ runtime, running: running.length, stopped: all.length - running.length, names })
  }
  const keepers = part('processes')
  const most = seen.sort((a, b) => b.running + b.stopped - a.running - a.stopped)[0]
  if (most) return most
  const [keeper] = keepers
  const runtime = !keeper ? 'none' : keeper === 'conmon' ? 'podman' : keeper === 'lxc-start' ? 'lxc' : 'containerd'
  return { runtime, running: keepers.length, stopped: 0, names: [] }
}

export default {
  id: 'containers',
  needs: 'shell',
  asks: 'which containers run on the server?',
  cost: { seconds: 0.5, connections: 0, load: 0.05 },
  applies: () => true,
  async run(context) {
    return readContainers((await shell(context, SCRIPT, [], { sudo: true, timeoutMs: 20_000 })).stdout)
  },
} satisfies Probe<'containers'>
