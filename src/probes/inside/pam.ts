import { type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { userOf } from './account.ts'
import { type PamLine, pamStack } from '../account/pam-stack.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { effectiveConfig } from './sshd-effective.ts'
import { wholeAnswer } from '../shell/whole-answer.ts'

/** $1 the user. All of pam.d is a few kilobytes; the stack is put together on our side. */
const SCRIPT = `
${TIMEOUT}
echo @lines
grep -E '^[[:space:]]*[^#[:space:]]' /dev/null /etc/pam.d/* /usr/etc/pam.d/* /usr/lib/pam.d/* 2>/dev/null | head -c 200000
echo
echo @modules
for d in /lib/security /lib64/security /lib/*/security /usr/lib/security /usr/lib64/security /usr/lib/*/security; do
  [ -d $d ] && ls $d 2>/dev/null
done | sort -u | head -n 2000
echo @absolute
grep -hoE '/[^[:space:]]*/pam_[[:alnum:]_]*\\.so' /etc/pam.d/* 2>/dev/null | sort -u | head -n 50 | while read -r f; do [ -e "$f" ] && echo "$f"; done
echo @rules
for f in access time; do grep -cE '^[[:space:]]*[^#[:space:]]' /etc/security/$f.conf 2>/dev/null | sed "s/^/$f /"; done
[ -e /etc/sssd/sssd.conf ] && echo sssd 1
echo @listed
sed -n 's/^[^#]*pam_listfile.*file=\\([^[:space:]]*\\).*/\\1/p' /etc/pam.d/* 2>/dev/null | sort -u | head -n 20 | while read -r f; do
  if [ ! -r "$f" ]; then printf 'unread %s\\n' "$f"; elif grep -qxF -e "$1" "$f" 2>/dev/null; then printf 'names %s\\n' "$f"; else printf 'spares %s\\n' "$f"; fi
done
:
`

/** Modules that ask somebody else, and wait where nobody answers. */
const REMOTE =
  /^pam_(?:ldap|ldapd|krb5|radius|radius_auth|tacplus|duo|google_authenticator|oath|yubico|u2f|winbind|okta|vas\w*|centrify\w*|oslogin_\w+|nss_ldap|slurm\w*)\.so$/

/** What the script printed; undefined where PAM has no configuration here. */
export function readPam(text: string, service: string): Omit<Facts['pam'], 'usePam'> | undefined {
  const part = sections(text)
  const lines = part('lines')
  if (lines.length === 0) return undefined
  const stack = pamStack(lines, service)
  const used = stack.length > 0 ? stack : pamStack(lines, 'other')
  const modules = new Set(part('modules'))
  const absolute = new Set(part('absolute'))
  const missing = used.filter(({ module, optional }) => {
    if (optional || !module.endsWith('.so')) return false
    return module.startsWith('/')
      ? !absolute.has(module) && !modules.has(module.replace(/^.*\//, ''))
      : modules.size > 0 && !modules.has(module)
  })
  const rules = new Map(part('rules').map((line) => [line.split(' ')[0]!, Number(line.split(' ')[1]) || 0]))
  const listed = new Map(part('listed').map((line) => [line.slice(line.indexOf(' ') + 1), line.split(' ')[0]!]))
  const suspects = used.flatMap((line) => {
    const doubt = suspicion(line, rules, listed)
    if (doubt === undefined) return []
    const { file, type, control, module, args } = line
    const shown = { control: visible(control, 200), module: visible(module, 200), args: visible(args, 200) }
    return [{ file: visible(file, 200), type, ...shown, ...(doubt !== 'by-itself' && { list: doubt }) }]
  })
  return {
    suspects: distinct(suspects).slice(0, 30),
    missingModules: [...new Set(missing.map(({ module }) => visible(module, 200)))].slice(0, 30),
  }
}

type Suspect = Facts['pam']['suspects'][number]

function distinct(suspects: readonly Suspect[]): Suspect[] {
  const byText = new Map(suspects.map((suspect) => [JSON.stringify(suspect), suspect]))
  return [...byText.values()]
}

/** Why a line may deny or delay: its module alone, or what its list says of the user; undefined for what every distribution ships. */
function suspicion(
  line: PamLine,
  rules: ReadonlyMap<string, number>,
  listed: ReadonlyMap<string, string>,
): 'by-itself' | NonNullable<Suspect['list']> | undefined {
  const { module, args, type } = line
  // sshd's own password changes are no login.
  if (type === 'password') return undefined
  const name = module.replace(/^.*\//, '')
  switch (name) {
    case 'pam_exec.so':
    case 'pam_script.so':
    case 'pam_python.so':
      return 'by-itself'
    case 'pam_access.so':
      return (rules.get('access') ?? 0) > 0 || /accessfile=/.test(args) ? 'by-itself' : undefined
    case 'pam_time.so':
      return (rules.get('time') ?? 0) > 0 ? 'by-itself' : undefined
    case 'pam_listfile.so': {
      const file = /\bfile=(\S+)/.exec(args)?.[1] ?? 'by-itself'
      if (!/\bitem=user\b/.test(args)) return 'by-itself'
      const state = listed.get(file)
      const denies = /\bsense=deny\b/.test(args)
      if (state === 'names') return denies ? 'names-user' : undefined
      if (state === 'spares') return denies ? undefined : 'lacks-user'
      return 'by-itself'
    }
    case 'pam_sss.so':
      return rules.has('sssd') ? 'by-itself' : undefined
    case 'pam_succeed_if.so':
      // Red Hat's own asks for the number of the user only.
      return type === 'account' && !/\buid [<>]=? \d+/.test(args) ? 'by-itself' : undefined
    case 'pam_deny.so':
      // At the end of a stack that modules jump over it is everybody's; alone in the account stack it shuts the door.
      return type === 'account' && /^(?:required|requisite)$/.test(line.control) && line.file.endsWith('/sshd')
        ? 'by-itself'
        : undefined
    case 'pam_tally.so':
    case 'pam_tally2.so':
    case 'pam_wheel.so':
    case 'pam_securetty.so':
    case 'pam_shells.so':
    case 'pam_abl.so':
    case 'pam_group_deny.so':
    case 'pam_faildelay.so':
      return 'by-itself'
    default:
      return REMOTE.test(name) ? 'by-itself' : undefined
  }
}

export default {
  id: 'pam',
  needs: 'shell',
  asks: 'which modules of PAM may keep the user out or waiting?',
  cost: { seconds: 0.3, connections: 0, load: 0.03 },
  applies: () => true,
  async run(context) {
    const effective = await effectiveConfig(context)
    const user = userOf(context) ?? 'by-itself'
    const stdout = await wholeAnswer(context, SCRIPT, [user], { sudo: true })
    const value = readPam(stdout, effective?.values['pamservicename']?.[0] ?? 'sshd')
    if (!value) throw new Unanswered('absent', 'PAM has no configuration on this server that we could read')
    const usePam = effective?.values['usepam']?.[0]
    return { ...(usePam !== undefined && { usePam: usePam === 'yes' }), ...value }
  },
} satisfies Probe<'pam'>
