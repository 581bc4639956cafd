import type { Access } from '../../core/access.ts'
import { parseMaxStartups } from '../../openssh/max-startups.ts'
import { newChannel } from './channel.ts'
import { journalArgs } from './journal.ts'
import { inTimeOrder, rotationOf } from './rotation.ts'
import type { LogInput, LogPart, Unread } from './part.ts'
import type { Window } from './own-machine.ts'

/**
 * What logs a machine has, and the zone of its clock. Plain words and busybox: no `find -printf`, no arrays.
 */
const SURVEY = `
echo "zone $(date +%z)"
z=$(cat /etc/timezone 2>/dev/null); [ -n "$z" ] || z=$(readlink /etc/localtime 2>/dev/null | sed 's,.*zoneinfo/,,'); echo "name $z"
s=$(command -v sshd || echo /usr/sbin/sshd)
[ -x "$s" ] && echo "starts $("$s" -T 2>/dev/null | grep -i '^maxstartups ' | cut -d' ' -f2)"
if command -v journalctl >/dev/null 2>&1; then
  l=$(journalctl -q --no-pager -n 1 -o short-unix -t sshd -t sshd-session -t sshd-auth 2>/dev/null | grep -v '^-- ' | cut -d. -f1)
  [ -n "$l" ] && echo "journal $l"
fi
for b in auth.log secure messages syslog; do
  [ -e /var/log/$b ] || continue
  echo "changed $(date -r /var/log/$b +%s 2>/dev/null)"
  for f in /var/log/$b /var/log/$b.[0-9]* /var/log/$b-[0-9]*; do
    [ -f "$f" ] || continue
    if [ -r "$f" ]; then echo "file $f"; else echo "closed $f"; fi
  done
  break
done
:
`

const STALE_SECONDS = 3600

/** Cheap on a sick server: only lines with sshd in them cross the wire. What is not there to unpack says so on stderr. */
const READ = `
case $1 in
  *.gz) gzip -dc "$1" ;;
  *.xz) xz -dc "$1" ;;
  *.zst) zstd -dc "$1" ;;
  *.bz2) bzip2 -dc "$1" ;;
  *) cat "$1" ;;
esac | grep -a -e sshd -e 'last message repeated'
`

/** The logs of a host, read over a way in. Never throws for what the world does; what could not be read is in `unread`. */
export async function remoteLogs(access: Access, window: Window, follow?: AbortSignal): Promise<LogInput> {
  const unread: Unread[] = []
  const notes: string[] = []
  const tell = (one: Unread) => void unread.push(one)
  const asked = await access.exec(['sh', '-c', SURVEY], { sudo: true, timeoutMs: 60_000 })
  const said = (word: string) =>
    asked.stdout.split('\n').flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []))
  const zone = zoneOf(said('name')[0], said('zone')[0])
  const files = said('file').filter((path) => /^\/var\/log\/[\w.-]+$/.test(path))
  const closed = said('closed')
  if (asked.lost !== undefined) tell({ name: access.via, says: asked.lost })
  for (const path of closed)
    tell({ name: `${path} of ${access.via}`, says: 'you may not, and sudo -n is not allowed there' })
  const journal = said('journal')[0]
  const begin = parseMaxStartups(said('starts')[0] ?? '')?.start
  const input = { from: access.via, unread, notes, ...(zone && { zone }), ...(begin !== undefined && { begin }) }
  // The journal holds more in one piece, unless syslog's files go back further: those hold what rotation left, so weeks.
  if (files.length === 0 && journal === undefined) {
    if (closed.length === 0 && asked.lost === undefined)
      tell({ name: access.via, says: 'neither its journal nor /var/log has a log of sshd’s that may be read there' })
    return { ...input, parts: [] }
  }
  // Files that stopped growing while the journal went on are what is left of a syslog that is gone.
  const stale = Number(said('changed')[0]) + STALE_SECONDS < Number(journal)
  const general = files.length > 0 && /messages|syslog/.test(rotationOf(files[0]!).stem)
  if (files.length === 0 || (journal !== undefined && (stale || general))) {
    const name = `the journal of ${access.via}`
    const argv = ['journalctl', ...journalArgs(window), ...(follow ? ['-f', '--no-tail'] : [])]
    return { ...input, from: name, parts: [streamed(access, name, argv, tell, follow)] }
  }
  notes.push('Of files over ssh only the lines with sshd in them were fetched; line numbers count those.')
  const ordered = inTimeOrder(files.map((path) => ({ path })))
  const parts = ordered.map((path, i): LogPart => {
    const last = follow && i === ordered.length - 1
    const argv = last ? ['tail', '-n', '+1', '-F', path.path] : ['sh', '-c', READ, 'sh', path.path]
    return streamed(access, `${path.path} of ${access.via}`, argv, tell, last ? follow : undefined)
  })
  const others = parts.length - 1
  const from =
    others === 0 ? parts[0]!.name : `${parts.at(-1)!.name} and ${others} older ${others === 1 ? 'file' : 'files'}`
  return { ...input, from, parts }
}

function streamed(
  access: Access,
  name: string,
  argv: readonly string[],
  tell: (unread: Unread) => void,
  signal?: AbortSignal,
): LogPart {
  const open = (): AsyncIterable<Uint8Array> => {
    const channel = newChannel()
    const run = access.exec(argv, {
      sudo: true,
      timeoutMs: Infinity,
      onStdout: (chunk) => channel.push(chunk),
      ...(signal && { signal }),
    })
    void run.then(({ lost, stderr, timedOut }) => {
      const why = lost ?? (timedOut ? 'it took too long' : stderr.trim().split('\n')[0])
      if (why && !signal?.aborted) tell({ name, says: why.slice(0, 300) })
      channel.end()
    })
    return channel.chunks
  }
  return { name, again: false, changed: Date.now(), open }
}

/** A name of the zone database where there is one, for it knows summer time; else the present offset. */
function zoneOf(name: string | undefined, offset: string | undefined): string | undefined {
  if (name && /^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(name)) {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
    } catch {
      // Unknown to us: the offset will do.
    }
  }
  const m = /^([+-]\d\d)(\d\d)$/.exec(offset ?? '')
  return m ? (m[1] === '+00' && m[2] === '00' ? 'UTC' : `${m[1]}:${m[2]}`) : undefined
}
