import { type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { type Listed, may, readListed } from '../account/modes.ts'
import { refusedBySafePath } from '../account/safe-path.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { wholeAnswer } from '../shell/whole-answer.ts'
import { effectiveConfig } from './sshd-effective.ts'

/** $1 the program, $2 the user it runs as. It is looked at, never run. */
const SCRIPT = `
${TIMEOUT}
echo @user; $T id -u -- "$2" 2>/dev/null; $T id -G -- "$2" 2>/dev/null
echo @chain; r=$(readlink -f -- "$1" 2>/dev/null) || r=$1
[ -e "$r" ] || { echo missing; exit 0; }
d=$r; n=0
while [ $n -lt 40 ]; do
  ls -lnd -- "$d" 2>/dev/null
  [ "$d" != / ] || break
  d=\${d%/*}; d=\${d:-/}; n=$((n+1))
done
:
`

type KeysCommand = Facts['keys-command']

const KEYWORDS = [
  ['authorizedkeyscommand', 'AuthorizedKeysCommand'],
  ['authorizedprincipalscommand', 'AuthorizedPrincipalsCommand'],
] as const

/** What the script printed of one program, as sshd looks at it before it runs it (misc.c subprocess, 9.2). */
export function readKeysCommand(text: string): Pick<KeysCommand, 'state' | 'path'> {
  const part = sections(text)
  const [uid, groups = ''] = part('user')
  const chain: Listed[] = part('chain').flatMap((line) => readListed(line) ?? [])
  if (uid === undefined) return { state: 'user-missing' }
  const [file, ...folders] = chain
  if (!file) return { state: 'missing' }
  const [refusal] = refusedBySafePath(chain, { uid: 0, home: '' })
  if (refusal) return { state: 'unsafe', path: visible(refusal.path, 300) }
  const gids = groups.split(' ').map(Number)
  const reached = folders.every((folder) => may(folder, 1, Number(uid), gids))
  return { state: reached && may(file, 1, Number(uid), gids) ? 'fine' : 'not-executable' }
}

export default {
  id: 'keys-command',
  needs: 'shell',
  asks: 'can sshd run the program that looks up keys?',
  cost: { seconds: 0.2, connections: 0, load: 0.01 },
  buildsOn: ['sshd-effective'],
  applies: () => true,
  async run(context) {
    const effective = await effectiveConfig(context)
    if (!effective || effective.withoutMatch) throw new Unanswered('absent', 'it is not known whom sshd asks for keys')
    const { values } = effective
    for (const [key, keyword] of KEYWORDS) {
      const program = values[key]?.[0]?.split(/\s/)[0]
      if (program === undefined || program === '' || program === 'none') continue
      const asUser = values[`${key}user`]?.[0] ?? ''
      const seen = readKeysCommand(await wholeAnswer(context, SCRIPT, [program, asUser], { sudo: true }))
      return {
        keyword,
        program: visible(program, 300),
        ...(asUser !== '' && { asUser: visible(asUser, 100) }),
        ...seen,
      }
    }
    return { state: 'none' }
  },
} satisfies Probe<'keys-command'>
