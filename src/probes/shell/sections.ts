/** The parts of a script's output: what stands behind a line `@name`, up to the next such line. A part named twice is joined. */
export function sections(text: string): (name: string) => string[] {
  const parts = new Map<string, string[]>()
  let part: string[] = []
  for (const line of text.split(/\r?\n/)) {
    const name = /^@([a-z][a-z-]{0,30})$/.exec(line)?.[1]
    if (name === undefined) {
      if (line !== '') part.push(line)
      continue
    }
    part = parts.get(name) ?? []
    parts.set(name, part)
  }
  return (name) => parts.get(name) ?? []
}

/**
 * For scripts: `$T getent …` ends what hangs after five seconds, where the server knows how; later where the host is so slow that
 * starting a program takes its time, since slow is not hung. Killed, not asked: what waits for a dead NFS server hears
 * nothing else. The script leaves the home, which may lie there, and may be gone.
 */
export const TIMEOUT = `cd /
T=; read -r t0 rest < /proc/uptime
if timeout -s KILL 30 true 2>/dev/null; then
  read -r t1 rest < /proc/uptime
  t=$((5 + (\${t1%.*}\${t1#*.} - \${t0%.*}\${t0#*.}) / 4)); [ $t -le 60 ] || t=60
  T="timeout -s KILL $t"
fi
`
