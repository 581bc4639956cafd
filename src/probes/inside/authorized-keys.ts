import { known, type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { canonicalAddress } from '../../openssh/networks.ts'
import { accountOf, userOf } from './account.ts'
import { keyFilePath, readAuthorizedKeys } from '../account/authorized-keys-text.ts'
import { type Listed, may, octal, readListed } from '../account/modes.ts'
import { type OwnKeys, ownKeys } from '../account/own-keys.ts'
import { type Bar, type Bearer, barredBy } from '../account/key-options.ts'
import { refusedBySafePath, refusedFolders } from '../account/safe-path.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { effectiveConfig } from './sshd-effective.ts'
import { wholeAnswer } from '../shell/whole-answer.ts'

/** $1 the user, $2 the home, from $3 on the files. The first touch of the home is bounded: it may lie on a server that is gone. */
const SCRIPT = `
${TIMEOUT}
u=$1 h=$2; shift 2
echo @who; id -u
echo @gids; $T id -G -- "$u" 2>/dev/null
echo @debian; [ -e /etc/debian_version ] && echo yes
$T ls -ld -- "$h/." >/dev/null 2>&1; if [ $? -eq 137 ]; then echo @hung; printf '%s\\n' "$h"; exit 0; fi
echo @home; readlink -f -- "$h" 2>/dev/null || printf '%s\\n' "$h"
shared=
for f in "$@"; do
  printf '@file\\n%s\\n' "$f"
  if [ -e "$f" ]; then
    r=$(readlink -f -- "$f" 2>/dev/null) || r=$f
    d=$r; n=0
    while [ $n -lt 40 ]; do
      l=$(ls -lnd -- "$d" 2>/dev/null); printf 'ls %s\\n' "$l"
      case $l in ?????w*|????????w*) shared=1 ;; esac
      [ "$d" != / ] || break
      d=\${d%/*}; d=\${d:-/}; n=$((n+1))
    done
    if [ -r "$f" ] && [ -f "$f" ]; then echo readable; head -c 200000 -- "$f" 2>/dev/null | tr '\\000\\r' '  ' | sed 's/^/|/'; fi
  else
    d=\${f%/*}
    while [ -n "$d" ] && [ ! -e "$d" ]; do d=\${d%/*}; done
    if [ -x "\${d:-/}" ]; then echo missing; else
      echo unseen; r=$(readlink -f -- "\${d:-/}" 2>/dev/null) && d=$r; n=0
      while [ -n "$d" ] && [ $n -lt 40 ]; do
        l=$(ls -lnd -- "$d" 2>/dev/null); printf 'ls %s\\n' "$l"
        case $l in ?????w*|????????w*) shared=1 ;; esac
        [ "$d" != / ] || break
        d=\${d%/*}; d=\${d:-/}; n=$((n+1))
      done
    fi
  fi
done
if [ -n "$shared" ]; then
  echo @group; $T getent group 2>/dev/null | head -n 3000 || head -n 3000 /etc/group
  echo @passwd; $T getent passwd 2>/dev/null | head -n 3000 || head -n 3000 /etc/passwd
fi
:
`

type AuthorizedKeys = Facts['authorized-keys']
type KeyFile = AuthorizedKeys['files'][number]

export interface Whose {
  user: string
  uid: number
  ours?: OwnKeys
  strictModes: boolean
  bearer?: Bearer
}

/** What the script printed about files, and what StrictModes makes of the way to them. */
export function readKeyFiles(text: string, whose: Whose): Pick<AuthorizedKeys, 'files' | 'refused'> {
  const part = sections(text)
  const gids = (part('gids')[0] ?? '').split(' ').filter(Boolean).map(Number)
  const home = part('home')[0] ?? '/'
  const groups = part('debian')[0] === 'yes' ? { group: part('group'), passwd: part('passwd') } : undefined
  const files: KeyFile[] = []
  const refused: AuthorizedKeys['refused'] = []
  const blocks = text.split(/^@file\n/m).slice(1)
  for (const block of blocks) {
    const lines = block.split(/^@/m)[0]!.split('\n')
    const [path, first] = lines
    if (!path?.startsWith('/')) continue
    const shown = visible(path, 300)
    if (first === 'missing') files.push({ path: shown, state: 'missing' })
    const chain = lines.flatMap((line) => (line.startsWith('ls ') ? (readListed(line.slice(3)) ?? []) : []))
    if (first !== 'unseen' && !first?.startsWith('ls ')) continue
    const user = { uid: whose.uid, home }
    const closed = first === 'unseen' ? undefined : keptFrom(chain, user, gids)
    if (closed !== undefined) files.push({ path: shown, state: 'unreadable', bars: closed })
    else if (lines.includes('readable')) files.push(contents(shown, lines, whose))
    else if (first !== 'unseen') files.push({ path: shown, state: 'present' })
    if (!whose.strictModes) continue
    const refuses = first === 'unseen' ? refusedFolders : refusedBySafePath
    for (const each of refuses(chain, user, groups)) {
      const told = { ...each, path: visible(each.path, 300) }
      if (!refused.some(({ path }) => path === told.path)) refused.push(told)
    }
  }
  return { files, refused }
}

/** sshd opens the file with the user's own rights: it has to pass every folder and to read the file. What stands in the way. */
function keptFrom(
  [file, ...folders]: readonly Listed[],
  { uid }: { uid: number },
  gids: readonly number[],
): Bar | undefined {
  if (!file || [file, ...folders].some(({ acl }) => acl)) return undefined
  const closed = folders.find((folder) => !may(folder, 1, uid, gids)) ?? (may(file, 4, uid, gids) ? undefined : file)
  return closed && { why: 'no-right', at: visible(closed.path, 300), uid: closed.uid, mode: octal(closed.mode) }
}

function contents(path: string, lines: readonly string[], { ours, bearer }: Whose): KeyFile {
  const text = lines.flatMap((line) => (line.startsWith('|') ? line.slice(1) : [])).join('\n')
  const keys = readAuthorizedKeys(text)
  const held = keys
    .filter(({ blob }) => ours?.blobs.includes(blob))
    .map((each) => ({ ...each, bars: bearer && barredBy(each, bearer) }))
  // One that opens is enough.
  const mine = held.find(({ bars }) => bars === undefined) ?? held[0]
  return {
    path,
    state: keys.length > 0 ? 'present' : 'empty',
    keys: keys.length,
    // A key that only the agent holds cannot be told to be missing.
    ...((mine || ours?.all) && { ours: mine !== undefined }),
    ...(mine?.options !== undefined && { options: visible(mine.options, 300) }),
    ...(/\bcommand=/i.test(mine?.options ?? '') && { forcesCommand: true }),
    ...(mine?.bars && { bars: shownBar(mine.bars) }),
  }
}

const shownBar = (bar: Bar): Bar => ({ ...bar, ...(bar.value !== undefined && { value: visible(bar.value, 300) }) })

export default {
  id: 'authorized-keys',
  needs: 'shell',
  asks: 'does the account hold our key, and does sshd heed the file?',
  cost: { seconds: 0.4, connections: 0, load: 0.03 },
  applies: (facts, target) => userOf({ facts, target }) !== undefined,
  async run(context) {
    const user = userOf(context)
    const [effective, account, ours] = await Promise.all([
      effectiveConfig(context),
      accountOf(context),
      ownKeys(context.facts),
    ])
    if (user === undefined || account?.home === undefined || account.uid === undefined)
      throw new Unanswered('absent', 'the account is not known on the server, so it has no authorized_keys')
    const { home, uid } = account
    const values = effective?.values ?? {}
    const patterns = (values['authorizedkeysfile'] ?? ['.ssh/authorized_keys .ssh/authorized_keys2'])
      .flatMap((value) => value.split(/\s+/))
      .filter((pattern) => pattern !== '' && pattern !== 'none')
    const paths = patterns.flatMap((pattern) => keyFilePath(pattern, { user, uid, home }) ?? []).slice(0, 20)
    const stdout = await wholeAnswer(context, SCRIPT, [user, home, ...paths], { sudo: true, timeoutMs: 25_000 })
    const hung = sections(stdout)('hung')[0]
    if (hung !== undefined)
      throw new Unanswered('timed-out', `the home ${visible(hung, 200)} does not answer: nothing in it can be read`)
    const strictModes = values['strictmodes']?.[0] !== 'no'
    const from = context.from ?? known(context.facts, 'inside-session')?.clientAddress
    const address = from === undefined ? undefined : canonicalAddress(from)
    const rsaBits = Number(values['requiredrsasize']?.[0])
    const algorithms = (values['pubkeyacceptedalgorithms'] ?? values['pubkeyacceptedkeytypes'])?.[0]?.split(',')
    const bearer = {
      now: Date.now() / 1000,
      ...(address !== undefined && { address }),
      ...(algorithms && { algorithms }),
      ...(rsaBits > 0 && { rsaBits }),
    }
    const value = readKeyFiles(stdout, { user, uid, strictModes, bearer, ...(ours && { ours }) })
    const otherSources = ['authorizedkeyscommand', 'trustedusercakeys', 'authorizedprincipalscommand'].flatMap(
      (keyword) => {
        const source = values[keyword]?.[0]
        return source === undefined || source === '' || source === 'none' ? [] : [visible(`${keyword} ${source}`, 200)]
      },
    )
    return { ...value, otherSources, ...(effective && { strictModes }) }
  },
} satisfies Probe<'authorized-keys'>
