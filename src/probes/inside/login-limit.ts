import { type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { userOf } from './account.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { wholeAnswer } from '../shell/whole-answer.ts'

/** $1 the user. Newer releases of pam_limits count logind's sessions, older ones utmp's. */
const SCRIPT = `
${TIMEOUT}
echo @user; id -u -- "$1" 2>/dev/null; $T id -Gn -- "$1" 2>/dev/null
echo @limits; grep -sE '^[^#]*[[:space:]]max(sys)?logins[[:space:]]' /dev/null /etc/security/limits.conf /etc/security/limits.d/*.conf | head -n 100
echo @who; $T who 2>/dev/null | head -n 2000 | while read -r n r; do printf '%s\\n' "$n"; done
echo @sessions; $T loginctl list-sessions --no-legend 2>/dev/null | head -n 2000 | while read -r s i n r; do printf '%s\\n' "$n"; done
echo @pam; grep -lsE '^[^#]*pam_limits' /etc/pam.d/sshd /etc/pam.d/common-session /etc/pam.d/system-auth /etc/pam.d/password-auth | head -n 5
:
`

type LoginLimit = Facts['login-limit']

/** How narrow a domain of limits.conf(5) is, where it is about the user: a narrower one counts before a wider one. */
function rankOf(domain: string, user: string, uid: string | undefined, groups: ReadonlySet<string>): number {
  if (domain === user) return 3
  // Groups and wildcards never bind root (limits.conf(5)).
  if (uid === '0') return 0
  if (/^[@%]./.test(domain)) return groups.has(domain.slice(1)) ? 2 : 0
  return domain === '*' || domain === '%' ? 1 : 0
}

/** What the script printed; undefined where nobody knows the user. */
export function readLoginLimit(text: string, user: string): LoginLimit | undefined {
  const part = sections(text)
  const [uid, names = ''] = part('user')
  if (uid === undefined) return undefined
  const groups = new Set(names.split(' '))
  const own = (lines: readonly string[]) => lines.filter((name) => name === user).length
  const open = Math.max(own(part('who')), own(part('sessions')))
  const openOfAll = Math.max(part('who').length, part('sessions').length)
  let best: { rank: number; limit: number; of: 'user' | 'all'; file: string; line: string } | undefined
  for (const each of part('limits')) {
    const m = /^(\/[^:]{1,200}):\s*(\S{1,200})\s+(?:soft|hard|-)\s+(maxlogins|maxsyslogins)\s+(\d{1,6})(?=\s|$)/.exec(
      each,
    )
    if (!m) continue
    const [, file, domain, item, value] = m as unknown as [string, string, string, string, string]
    const rank = rankOf(domain, user, uid, groups)
    // Of lines as narrow as each other the last counts (pam_limits.c process_limit).
    if (rank === 0 || rank < (best?.rank ?? 0)) continue
    // `%` counts everybody's logins together (limits.conf(5)); of a `%group` nobody here can count the members.
    const of = item === 'maxsyslogins' || domain === '%' ? 'all' : 'user'
    best = { rank, limit: Number(value), of, file, line: each.slice(file.length + 1).trim() }
  }
  const limits = part('pam').length > 0 ? best : undefined
  return {
    ...(limits && {
      limit: limits.limit,
      of: limits.of,
      file: visible(limits.file, 200),
      line: visible(limits.line, 200),
    }),
    open,
    openOfAll,
  }
}

export default {
  id: 'login-limit',
  needs: 'shell',
  asks: 'does PAM allow the user one more login?',
  cost: { seconds: 0.3, connections: 0, load: 0.02 },
  applies: (facts, target) => userOf({ facts, target }) !== undefined,
  async run(context) {
    const user = userOf(context)
    if (user === undefined) throw new Unanswered('not-asked', 'it is not known which user is meant')
    const stdout = await wholeAnswer(context, SCRIPT, [user], { sudo: true, timeoutMs: 25_000 })
    const value = readLoginLimit(stdout, user)
    if (!value) throw new Unanswered('absent', 'the server does not know the user')
    return value
  },
} satisfies Probe<'login-limit'>
