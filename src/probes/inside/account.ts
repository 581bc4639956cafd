import { known, type Probe, type ProbeContext, Unanswered } from '../../core/probe.ts'
import { askedOnce } from '../shell/asked-once.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { canonicalAddress } from '../../openssh/networks.ts'
import { parseRelease } from '../../openssh/release.ts'
import { allowedUser, loginLists } from '../../openssh/allowed-user.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { shell } from '../shell/shell.ts'
import { effectiveConfig } from './sshd-effective.ts'

/** $1 the user. What cannot hang stands first; the home may lie on a server that is gone. */
const SCRIPT = `
${TIMEOUT}
u=$1
echo @who; id -u
echo @today; date +%s
echo @passwd
if command -v getent >/dev/null 2>&1; then $T getent passwd -- "$u"; echo "exit $?"
else awk -F: -v u="$u" '$1 == u' /etc/passwd; fi
echo @groups; $T id -Gn -- "$u" 2>/dev/null || $T id -Gn "$u" 2>/dev/null
echo @shadow
if command -v getent >/dev/null 2>&1; then $T getent shadow -- "$u" 2>/dev/null; else awk -F: -v u="$u" '$1 == u' /etc/shadow 2>/dev/null; fi
p=$($T getent passwd -- "$u" 2>/dev/null || awk -F: -v u="$u" '$1 == u' /etc/passwd)
p=\${p%%
*}
s=\${p##*:}; h=\${p%:*}; h=\${h##*:}
echo @shell; case $s in '') s=/bin/sh ;; esac
if [ ! -e "$s" ]; then echo missing; elif [ -f "$s" ] && [ -x "$s" ]; then echo fine; else echo not-executable; fi
echo @faillock
if command -v faillock >/dev/null 2>&1 && grep -qs '^[^#]*pam_faillock' /etc/pam.d/*; then
  grep -hsE '^[[:space:]]*(deny|unlock_time|fail_interval)[[:space:]]*=' /etc/security/faillock.conf
  grep -hosE 'pam_faillock.so.*' /etc/pam.d/sshd /etc/pam.d/common-auth /etc/pam.d/system-auth /etc/pam.d/password-auth | head -n 20
  $T faillock --user "$u" 2>/dev/null | head -n 100
fi
echo @home
[ -n "$h" ] && { $T ls -ld -- "$h/." >/dev/null 2>&1 && echo fine || { [ $? -eq 137 ] || { [ -e "$h" ] && { [ -d "$h" ] && echo fine || echo not-a-directory; } || echo missing; }; }; }
:
`

type Account = Facts['account']

/** What the script printed, without what only the configuration says; undefined where nobody could be asked about users. */
export function readAccount(text: string, user: string): Account | undefined {
  const part = sections(text)
  const entry = part('passwd').find((line) => line.split(':').length === 7)
  const exit = /^exit (\d{1,3})$/.exec(part('passwd').at(-1) ?? '')?.[1]
  const name = visible(user, 100)
  // 2 is getent's "not found"; killed means that a directory service did not answer.
  if (entry === undefined)
    return exit === '2' || (exit === undefined && part('who').length > 0) ? { name, exists: false } : undefined
  const fields = entry.split(':')
  const shell = fields[6]?.trim() || '/bin/sh'
  const shellState = part('shell')[0]
  const homeState = part('home')[0]
  const refuses = /\/(?:nologin|false|true|sync|halt|shutdown)$/.test(shell)
  const groups = part('groups')[0]?.split(' ').filter(Boolean)
  const today = Math.floor(Number(part('today')[0]) / 86_400)
  const failLocked = readFailLocked(part('faillock'), Number(part('today')[0]))
  return {
    name,
    exists: true,
    ...(/^\d{1,10}$/.test(fields[2]!) && { uid: Number(fields[2]) }),
    ...(groups && groups.length > 0 && { groups: groups.slice(0, 200).map((group) => visible(group, 100)) }),
    shell: visible(shell, 200),
    ...(shellState === 'missing' || shellState === 'not-executable'
      ? { shellState }
      : shellState === 'fine' && { shellState: refuses ? ('refuses-logins' as const) : ('fine' as const) }),
    home: visible(fields[5]!, 300),
    ...((homeState === 'fine' || homeState === 'missing' || homeState === 'not-a-directory') && { homeState }),
    ...readShadow(part('shadow')[0], today),
    ...(failLocked !== undefined && { failLocked }),
  }
}

/** shadow(5), as pam_unix (passverify.c check_shadow_expiry) and sshd (auth-shadow.c) read it; days since 1970. */
export function readShadow(line: string | undefined, today: number): Pick<Account, 'locked' | 'expired' | 'expiredOn'> {
  const fields = line?.split(':')
  if (!fields || fields.length < 8) return {}
  const [, password, changed, , max, , inactive, expires] = fields as [string, ...string[]]
  const day = (text: string | undefined) => (/^\d{1,7}$/.test(text ?? '') ? Number(text) : undefined)
  const locked = password!.startsWith('!')
  const [since, longest, dormant, end] = [day(changed), day(max), day(inactive), day(expires)]
  if (!(today > 0)) return { locked }
  const on = (days: number) => ({ expiredOn: new Date(days * 86_400_000).toISOString().slice(0, 10) })
  if (end !== undefined && today >= end) return { locked, expired: 'account', ...on(end) }
  if (since === 0) return { locked, expired: 'password' }
  if (since === undefined || longest === undefined || since > today || today - since <= longest)
    return { locked, expired: 'no' }
  if (dormant !== undefined && today - since > longest + dormant)
    return { locked, expired: 'dormant', ...on(since + longest + dormant) }
  return { locked, expired: 'password', ...on(since + longest) }
}

/** faillock's own table: enough valid failures within the time it keeps them. */
function readFailLocked(lines: readonly string[], now: number): boolean | undefined {
  if (lines.length === 0) return undefined
  const setting = (name: string, otherwise: number) => {
    const told = lines.flatMap((line) => new RegExp(String.raw`\b${name}\s*=\s*(\d{1,8})\b`).exec(line)?.[1] ?? [])
    return told.length > 0 ? Number(told.at(-1)) : otherwise
  }
  const valid = lines.filter((line) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d .*\bV\s*$/.test(line))
  if (valid.length < setting('deny', 3)) return false
  const last = Math.max(...valid.map((line) => Date.parse(`${line.slice(0, 10)}T${line.slice(11, 19)}Z`) / 1000))
  const unlock = setting('unlock_time', 600)
  // The table is in the server's local time; a day's slack on the safe side would lock nobody out, so hours are left aside.
  return unlock === 0 || !(now > 0) || !Number.isFinite(last) || now - last < unlock || last > now
}

/** Whom the examination is about. */
export const userOf = ({ facts, target }: Pick<ProbeContext, 'facts' | 'target'>): string | undefined =>
  known(facts, 'ssh-config')?.user ?? target.user

async function ask(context: ProbeContext): Promise<Account> {
  const user = userOf(context)
  if (user === undefined) throw new Unanswered('not-asked', 'it is not known which user is meant')
  const [{ stdout }, effective] = await Promise.all([
    shell(context, SCRIPT, [user], { sudo: true, timeoutMs: 30_000 }),
    effectiveConfig(context),
  ])
  // A home that does not answer takes no more from the answer than itself.
  const account = /^@home$/m.test(stdout) ? readAccount(stdout, user) : undefined
  if (!account) throw new Unanswered('timed-out', 'the server has not finished looking the user up')
  if (!effective || Object.keys(effective.values).length === 0) return account
  const usePam = effective.values['usepam']?.[0]
  if (account.locked !== undefined && usePam !== undefined) account.lockKeepsOut = account.locked && usePam === 'no'
  // Names behind UseDNS are not looked up here: where a pattern hangs on one, the verdict stays open.
  const from = context.from ?? known(context.facts, 'inside-session')?.clientAddress
  const address = from === undefined ? undefined : canonicalAddress(from)
  const comer = {
    user,
    ...(account.groups && { groups: account.groups }),
    address,
    ...(effective.values['usedns']?.[0] !== 'yes' && { host: address }),
  }
  const release = effective.version === undefined ? undefined : parseRelease(effective.version)
  const allowed = account.exists ? allowedUser(loginLists(effective.values), comer, release) : undefined
  // Without its Match blocks the configuration can only be known to deny.
  return allowed && !(effective.withoutMatch && allowed.verdict === 'allowed')
    ? {
        ...account,
        allowed: allowed.verdict === 'allowed' ? allowed : { verdict: 'denied', rule: visible(allowed.rule, 300) },
      }
    : account
}

/** The account: the fact where it is known, else asked now; undefined where it cannot be had. */
export const accountOf = askedOnce('account', ask)

export default {
  id: 'account',
  needs: 'shell',
  asks: 'does the account exist, and may it log in?',
  cost: { seconds: 0.4, connections: 0, load: 0.03 },
  applies: (facts, target) => userOf({ facts, target }) !== undefined,
  run: ask,
} satisfies Probe<'account'>
