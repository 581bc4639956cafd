/**
 * For scripts, behind LISTENER: `chain CONTROLLER FILE…` prints the files of the listener's group in that controller and of
 * all groups above it, as `group PATH` and then `FILE LINE` for each line. cgroup v1 and v2; where the path is not to be
 * seen (a container's), what of it can be seen. With builtins alone.
 */
export const CHAIN = `
chain() {
  ctl=$1; shift; q=; u=; b=/sys/fs/cgroup
  if [ -n "$L" ]; then
    while IFS=: read -r n k r; do
      case ",$k," in ,,) u=$r ;; *,"$ctl",*) q=$r; b=/sys/fs/cgroup/$ctl ;; esac
    done < /proc/$L/cgroup
  elif [ -d $b/$ctl ]; then b=$b/$ctl
  fi 2>/dev/null
  case $b in /sys/fs/cgroup) q=$u; [ -e $b/cgroup.controllers ] || b=$b/unified ;; esac
  case $q in */..*) q= ;; esac
  while [ -n "$q" ] && ! [ -d "$b$q" ]; do q=\${q%/*}; done
  while :; do
    q=\${q%/}
    echo "group \${q:-/}"
    for f; do
      [ -r "$b$q/$f" ] && while read -r l; do printf '%s\\n' "$f $l"; done < "$b$q/$f"
    done 2>/dev/null
    [ -n "$q" ] || break
    q=\${q%/*}
  done
}
`

/** One group of a chain. */
export interface ControlGroup {
  path: string
  /** The first word of the line under `FILE`, or `FILE KEY` for files of keys and values. */
  value(file: string, key?: string): number | undefined
  /** The words of a file's first line. */
  words(file: string): string[]
}

/** Reads what `chain` printed, the listener's own group first. Values are as the kernel writes them; `max` is Infinity. */
export function readChain(lines: readonly string[]): ControlGroup[] {
  const groups: { path: string; files: Map<string, string[]> }[] = []
  for (const line of lines) {
    const at = line.indexOf(' ')
    if (at < 1) continue
    const [name, rest] = [line.slice(0, at), line.slice(at + 1)]
    if (name === 'group') {
      groups.push({ path: rest, files: new Map() })
      continue
    }
    const files = groups.at(-1)?.files
    files?.set(name, [...(files.get(name) ?? []), rest])
  }
  return groups.map(({ path, files }) => ({
    path,
    value(file, key) {
      const all = files.get(file) ?? []
      const text = key === undefined ? all[0] : all.find((line) => line.startsWith(`${key} `))?.slice(key.length + 1)
      return numberOf(text?.trim().split(/\s+/)[0])
    },
    words: (file) => (files.get(file)?.[0] ?? '').trim().split(/\s+/).filter(Boolean),
  }))
}

/** A number as the kernel writes it; `max` is Infinity. */
function numberOf(text: string | undefined): number | undefined {
  if (text === 'max') return Infinity
  return text !== undefined && /^-?\d{1,20}$/.test(text) ? Number(text) : undefined
}
