import { known, type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { userOf } from './account.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { shell } from '../shell/shell.ts'

/**
 * $1 the user, $2 their home where known. Only file systems of this machine are asked: one on a dead NFS server never answers.
 * sshd and a login write beneath these folders and nowhere else.
 */
const SCRIPT = `
${TIMEOUT}
h=$2
[ -n "$h" ] || while IFS=: read -r n x u g c d s; do [ "$n" = "$1" ] && h=$d; done < /etc/passwd
echo @mounts
m=
while read -r d p t o r; do
  case $t in ext[234]|xfs|btrfs|zfs|tmpfs|overlay|f2fs|jfs|reiserfs|bcachefs|ubifs|ufs|nilfs2|aufs) ;; *) continue ;; esac
  case $p in /|/var|/var/*|/tmp|/home|/home/*|/root|/run|/etc|"$h"|"$h"/.ssh) ;; *) case $h/ in "$p"/*) ;; *) continue ;; esac ;; esac
  case $p in /var/lib/*/*|/run/*|/var/snap/*) continue ;; esac
  printf '%s\\n' "$d $p $t $o"
  case $p in *\\\\*) ;; *) m="$m $p" ;; esac
done < /proc/mounts
echo @home; printf '%s\\n' "$h"
set -f
echo @space; $T df -P -k $m 2>/dev/null
echo @inodes; $T df -P -i $m 2>/dev/null
echo @fstab; grep -v '^[[:space:]]*#' /etc/fstab 2>/dev/null | head -n 100
:
`

/** sshd's log, utmp and wtmp, the user's own files, sockets and temporary files. */
const WRITTEN_TO = ['/', '/var', '/var/log', '/var/log/journal', '/var/lib', '/var/tmp', '/tmp', '/home', '/run']

/** Less than this is none: a file takes a block of four at least. KiB. */
const NO_ROOM_KB = 8

/** What the script printed; undefined where no file system told how full it is. */
export function readDisk(text: string): Facts['disk'] | undefined {
  const part = sections(text)
  const space = readDf(part('space'))
  const inodes = readDf(part('inodes'))
  const home = part('home')[0] ?? ''
  // A later line about the same folder lies on top of the one before.
  const mounts = new Map(
    part('mounts').flatMap((line) => {
      const [device, mount, , options] = line.split(' ')
      return device && mount?.startsWith('/') ? [[mount, { device, options: (options ?? '').split(',') }] as const] : []
    }),
  )
  const matter = new Set(
    [...WRITTEN_TO, ...(home.startsWith('/') ? [home, `${home}/.ssh`] : [])].flatMap(
      (path) => longest([...mounts.keys()], path) ?? [],
    ),
  )
  const fstab = new Map(part('fstab').map((line) => [line.split(/\s+/)[1], (line.split(/\s+/)[3] ?? '').split(',')]))
  const found = [...matter].flatMap((mount) => {
    const used = space.get(mount)
    const { device, options } = mounts.get(mount)!
    const readOnly = options.includes('ro') && !meantToBe(mount, options, fstab)
    if (!used && !readOnly) return []
    const usedInodes = inodes.get(mount)
    return {
      mount: visible(mount, 200),
      device: visible(device, 200),
      usedPercent: used ? percent(used, NO_ROOM_KB) : 0,
      ...(usedInodes && usedInodes.used + usedInodes.free > 0 && { inodesUsedPercent: percent(usedInodes, 1) }),
      readOnly,
    }
  })
  return found.length > 0 ? { mounts: found } : undefined
}

/** The mount point a path stands on. */
const longest = (mounts: readonly string[], path: string): string | undefined =>
  mounts
    .filter((mount) => mount === '/' || path === mount || path.startsWith(`${mount}/`))
    .sort((a, b) => b.length - a.length)[0]

/** Read-only by decision, and not by the kernel's after an error. */
function meantToBe(mount: string, options: readonly string[], fstab: Map<string | undefined, string[]>): boolean {
  if (options.includes('emergency_ro')) return false
  const wanted = fstab.get(mount)
  return wanted ? wanted.includes('ro') : !options.includes('errors=remount-ro')
}

/** Rounded down and never 100 while there is room: df itself rounds up. */
function percent({ used, free }: { used: number; free: number }, none: number): number {
  if (free < none) return 100
  return Math.min(99, Math.floor((100 * used) / (used + free)))
}

/** `df -P`: device, total, used, free, capacity, mount point. */
function readDf(lines: readonly string[]): Map<string, { used: number; free: number }> {
  return new Map(
    lines.flatMap((line) => {
      const m = /^.*? +(\d{1,18}) +(\d{1,18}) +(-?\d{1,18}) +(?:\d+%|-) (\/.*)$/.exec(line)
      if (!m || Number(m[1]) === 0) return []
      return [[m[4]!, { used: Number(m[2]), free: Number(m[3]) }] as const]
    }),
  )
}

export default {
  id: 'disk',
  needs: 'shell',
  asks: 'is a disk full, or read-only though it should not be?',
  cost: { seconds: 0.2, connections: 0, load: 0.02 },
  buildsOn: ['account'],
  tellsOfSlowness: true,
  applies: () => true,
  async run(context) {
    const home = known(context.facts, 'account')?.home ?? ''
    const { stdout } = await shell(context, SCRIPT, [userOf(context) ?? '', home])
    const value = readDisk(stdout)
    if (!value) throw new Unanswered('absent', 'no file system of the server told how full it is')
    return value
  },
} satisfies Probe<'disk'>
