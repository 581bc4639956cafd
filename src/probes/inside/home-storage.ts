import { type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { accountOf, userOf } from './account.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { wholeAnswer } from '../shell/whole-answer.ts'

/** $1 the user, $2 the home. Tables first: only the last question touches the home. */
const SCRIPT = `
${TIMEOUT}
u=$1 h=$2
echo @mounts; while read -r d m t o r; do printf '%s %s %s\\n' "$m" "$t" "$o"; done < /proc/mounts | head -n 2000
echo @fstab; while read -r d m t o r; do case $d in '#'*|'') ;; *) printf '%s %s %s\\n' "$m" "$t" "$o" ;; esac; done 2>/dev/null < /etc/fstab | head -n 500
echo @ecryptfs; head -n 1 "/home/.ecryptfs/$u/.ecryptfs/Private.mnt" 2>/dev/null
echo @homed; [ -e "/home/$u.home" ] && echo image; [ -e "/home/$u.homedir" ] && echo folder
$T homectl inspect "$u" 2>/dev/null | grep -E '^ *State:' | head -n 1
echo @pammount; grep -hsE 'mountpoint="(~|/home/%\\(USER\\)|[^"]*)"' /etc/security/pam_mount.conf.xml | head -n 50
echo @fscrypt; $T fscrypt status "$h" 2>/dev/null | grep -iE '^(Unlocked|".*" is encrypted)' | head -n 5
echo @home; $T ls -d -- "$h/." >/dev/null 2>&1; echo "exit $?"
:
`

type HomeStorage = Facts['home-storage']

interface Mount {
  at: string
  type: string
  options: string
}

/** Names in the kernel's table and in fstab(5) have blanks and backslashes as octal numbers. */
const plain = (name: string): string =>
  name.replace(/\\([0-3][0-7]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))

const readMounts = (lines: readonly string[]): Mount[] =>
  lines.flatMap((line) => {
    const [at, type, options = ''] = line.split(' ')
    return at === undefined || type === undefined ? [] : [{ at: plain(at), type, options }]
  })

const holds = (at: string, home: string): boolean => at === home || (at !== '/' && home.startsWith(`${at}/`))

/** What the script printed of the home. */
export function readHomeStorage(text: string, user: string, home: string): HomeStorage {
  const part = sections(text)
  const mounts = readMounts(part('mounts'))
  const shown = { home: visible(home, 300) }
  const closed = (state: HomeStorage['state'], by: string, at?: string): HomeStorage => ({
    ...shown,
    state,
    by: visible(by, 60),
    ...(at !== undefined && { at: visible(at, 300) }),
  })
  // Private.mnt names what opens at login: the whole home, or a folder Private in it (ecryptfs-setup-private).
  const encrypted = part('ecryptfs')[0]
  const isMounted = (type: RegExp) => mounts.some((mount) => mount.at === home && type.test(mount.type))
  if (encrypted === home && !isMounted(/^ecryptfs$/)) return closed('encrypted', 'eCryptfs', home)
  const homed = part('homed')
  if (homed.length > 0 && !homed.some((line) => /State: *active/.test(line)) && !mounts.some(({ at }) => at === home))
    return closed('encrypted', 'systemd-homed', home)
  if (part('fscrypt').some((line) => /^Unlocked: *No/i.test(line))) return closed('encrypted', 'fscrypt', home)
  const atLogin = part('pammount').flatMap((line) => / mountpoint="([^"]{1,300})"/.exec(line)?.[1] ?? [])
  const meant = atLogin.map((at) => at.replace(/^~(?=\/|$)/, home).replaceAll('%(USER)', user))
  const waiting = meant.find((at) => holds(at, home) && !mounts.some((mount) => mount.at === at))
  if (waiting !== undefined) return closed('encrypted', 'pam_mount', waiting)
  const listed = readMounts(part('fstab')).filter(({ at, type }) => holds(at, home) && type !== 'swap')
  const absent = listed.find(({ at }) => !mounts.some((mount) => mount.at === at))
  if (absent) return closed('not-mounted', 'fstab', absent.at)
  const around = mounts.filter(({ at }) => holds(at, home)).sort((a, b) => a.at.length - b.at.length)
  const last = around.at(-1)
  // The trigger of autofs stays in the table beneath what it mounts: alone, nothing has been mounted.
  if (last?.type === 'autofs' && part('home')[0] !== 'exit 0') return closed('not-mounted', 'autofs', last.at)
  if (last && /^nfs4?$/.test(last.type) && /(?:^|,)sec=krb5[ip]?(?:,|$)/.test(last.options))
    return closed('needs-ticket', last.type, last.at)
  return { ...shown, state: 'open' }
}

export default {
  id: 'home-storage',
  needs: 'shell',
  asks: 'is the home there before its user has logged in?',
  cost: { seconds: 0.3, connections: 0, load: 0.02 },
  applies: (facts, target) => userOf({ facts, target }) !== undefined,
  async run(context) {
    const user = userOf(context)
    const account = await accountOf(context)
    if (user === undefined || account?.home === undefined)
      throw new Unanswered('absent', 'the account is not known on the server, so it has no home')
    return readHomeStorage(
      await wholeAnswer(context, SCRIPT, [user, account.home], { sudo: true, timeoutMs: 25_000 }),
      user,
      account.home,
    )
  },
} satisfies Probe<'home-storage'>
