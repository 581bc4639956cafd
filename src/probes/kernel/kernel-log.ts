/**
 * For scripts, behind TIMEOUT: `kernel_log -e /PATTERN/p …` prints the matching lines of the kernel's log with the seconds since
 * boot in front, and `readable` before them where it may be read at all. And whether this is a container: then the log is
 * that of the machine around it, and of everybody on it.
 */
export const KERNEL_LOG = `
kernel_log() {
  k=$($T dmesg 2>/dev/null | sed -n -e '1s/.*/readable/p' "$@" | tail -n 200)
  [ -n "$k" ] || k=$($T journalctl -k -b -q --no-pager -n 20000 -o short-monotonic 2>/dev/null | sed -n -e '1s/.*/readable/p' "$@" | tail -n 200)
  case $k in readable*) ;; ?*) echo readable ;; esac
  [ -z "$k" ] || printf '%s\\n' "$k"
}
contained() {
  if [ -e /run/systemd/container ] || [ -e /.dockerenv ] || [ -e /run/.containerenv ]; then echo contained; fi
}
`

export interface KernelLine {
  /** Seconds before now; undefined where the line has no time. */
  secondsAgo?: number
  says: string
}

/** What `kernel_log` printed; undefined where it may not be read. `uptime` in seconds. */
export function readKernelLog(lines: readonly string[], uptime: number): KernelLine[] | undefined {
  if (!lines.includes('readable')) return undefined
  return lines.flatMap((line) => {
    if (line === 'readable') return []
    const m = /^(?:<\d+>)?\[ *(\d{1,12}\.\d{1,9})\](?: \S+ kernel:)? (.*)$/.exec(line)
    if (!m) return [{ says: line }]
    const ago = uptime - Number(m[1])
    return [Number.isFinite(ago) ? { secondsAgo: Math.max(0, Math.round(ago)), says: m[2]! } : { says: m[2]! }]
  })
}

/** What the kernel said longer ago belongs to another story. Seconds. */
export const RECENT = 15 * 60
