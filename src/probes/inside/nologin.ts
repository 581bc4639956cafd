import { known, type Probe } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { userOf } from './account.ts'
import { effectiveConfig } from './sshd-effective.ts'
import { wholeAnswer } from '../shell/whole-answer.ts'

/** $1 the service's name in PAM. Files that close logins, and the line of PAM that heeds them. */
const SCRIPT = `
for f in /etc/nologin /run/nologin /var/run/nologin $(sed -n 's/^[^#]*pam_nologin.so.* file=\\([^[:space:]]*\\).*/\\1/p' "/etc/pam.d/$1" 2>/dev/null); do
  [ -e "$f" ] || continue
  case $f in /var/run/nologin) [ /var/run/nologin -ef /run/nologin ] && continue ;; esac 2>/dev/null
  printf '@file\\n%s\\n' "$f"; head -c 600 -- "$f" 2>/dev/null | head -n 5 | sed 's/^/|/'
done
echo
echo @pam; [ -e "/etc/pam.d/$1" ] && echo there
sed -n "s/^[[:space:]]*@\\{0,1\\}[a-z-]*[[:space:]]*\\(include\\|substack\\)\\{0,1\\}[[:space:]]\\{1,\\}\\([A-Za-z0-9_-]\\{1,\\}\\)[[:space:]]*$/\\2/p" "/etc/pam.d/$1" 2>/dev/null | sort -u |
  { cd /etc/pam.d && xargs grep -lsE '^[^#]*pam_nologin' "$1" 2>/dev/null; }
:
`

/** What systemd writes there until the machine is up (tmpfiles.d/systemd-nologin.conf). */
const BOOTING = /booting up|not permitted to log in yet/i

/** Which files that close logins there are; `pam` says whether sshd's stack of PAM heeds them. */
export function readNologin(text: string): Facts['nologin'] & { pam?: boolean } {
  const [before, after = ''] = text.split(/^@pam$/m)
  const files = before!
    .split(/^@file\n/m)
    .slice(1)
    .flatMap((block) => {
      const [path, ...lines] = block.split('\n')
      const says = lines.flatMap((line) => (line.startsWith('|') ? line.slice(1) : [])).join(' / ')
      if (!path?.startsWith('/')) return []
      const notice = BOOTING.test(says) ? ('booting' as const) : ('other' as const)
      return [{ path: visible(path, 200), says: visible(says, 300), notice }]
    })
  const [there, ...heeding] = after.split('\n').filter((line) => line !== '')
  return there === 'there' ? { files, pam: heeding.length > 0 } : { files }
}

export default {
  id: 'nologin',
  needs: 'shell',
  asks: 'has somebody closed the machine for logins?',
  cost: { seconds: 0.2, connections: 0, load: 0.01 },
  buildsOn: ['account'],
  applies: () => true,
  async run(context): Promise<Facts['nologin']> {
    const effective = await effectiveConfig(context)
    const service = effective?.values['pamservicename']?.[0] ?? 'sshd'
    const { files, pam } = readNologin(await wholeAnswer(context, SCRIPT, [service.replace(/[^\w.-]/g, '')]))
    // Root is let in by either; it only sees the text.
    const account = known(context.facts, 'account')
    if (account?.uid === 0 || userOf(context) === 'root') return { files: [] }
    const usePam = effective?.values['usepam']?.[0]
    // Without PAM sshd itself looks at /etc/nologin and at no other (auth.c, session.c do_nologin).
    if (usePam === 'no') return { files: files.filter(({ path }) => path === '/etc/nologin') }
    return { files: usePam === 'yes' && pam === false ? [] : files }
  },
} satisfies Probe<'nologin'>
