import type { Probe } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { KERNEL_LOG, readKernelLog } from '../kernel/kernel-log.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { shell } from '../shell/shell.ts'

/** Denials stand in the audit log where auditd runs, in the kernel's otherwise. */
const SCRIPT = `
echo @enforce
{ read -r e < /sys/fs/selinux/enforce && echo "$e"; } 2>/dev/null || { [ -e /etc/selinux/config ] && echo disabled; }
echo @uptime; read -r up rest < /proc/uptime; echo "$up"
${TIMEOUT}
${KERNEL_LOG}
echo @contained; contained
echo @kernel; kernel_log -e '/avc: *denied.*sshd/p' -e '/apparmor="DENIED".*sshd/p'
echo @profile; for p in /proc/[0-9]*; do
  c=; { read -r c < "$p/comm"; } 2>/dev/null; [ "$c" = sshd ] || continue
  a=; { read -r a < "$p/attr/apparmor/current" || read -r a < "$p/attr/current"; } 2>/dev/null; printf '%s\\n' "$a"
done | head -n 50
echo @audit; $T tail -n 3000 /var/log/audit/audit.log 2>/dev/null | grep -E '(avc: *denied|apparmor="DENIED").*sshd' | tail -n 20
:
`

/** What the script printed. */
export function readMandatoryAccess(text: string): Facts['selinux-apparmor'] {
  const part = sections(text)
  const enforce = part('enforce')[0]
  const selinux =
    enforce === '1' ? 'enforcing' : enforce === '0' ? 'permissive' : enforce === 'disabled' ? 'disabled' : undefined
  const log = part('contained').length > 0 ? [] : (readKernelLog(part('kernel'), Number(part('uptime')[0])) ?? [])
  // The name of the program that was denied, not a path that happens to hold the word. A permissive domain is told "denied", and let.
  const denied = [...log.map(({ says }) => says), ...part('audit')].filter(
    (line) => /comm="sshd[^"]{0,30}"|profile="[^"]{0,200}sshd[^"]{0,30}"/.test(line) && !/\bpermissive=1\b/.test(line),
  )
  const last = denied.slice(-10)
  const confinedBy = part('profile').flatMap((line) => /^(\S{1,200}) \(enforce\)$/.exec(line)?.[1] ?? [])[0]
  return {
    ...(selinux && { selinux }),
    ...(confinedBy !== undefined && { confinedBy: visible(confinedBy, 200) }),
    denials: last.map((line) => visible(line, 300)),
    denied: last.map(readDenial),
  }
}

type Denied = NonNullable<Facts['selinux-apparmor']['denied']>[number]

/**
 * A refusal's own fields. SELinux (security/selinux/avc.c, security/lsm_audit.c): `avc:  denied  { read } for  … name="…" … tcontext=u:r:t:s`.
 * AppArmor (security/apparmor/audit.c): `apparmor="DENIED" operation="open" profile="…" name="…" … denied_mask="r"`.
 */
function readDenial(line: string): Denied {
  const by = line.includes('apparmor="DENIED"') ? 'apparmor' : 'selinux'
  const path = / path="([^"]{1,300})"/.exec(line)?.[1] ?? / name="([^"]{1,300})"/.exec(line)?.[1]
  const asked = /denied {1,3}\{ ([\w ]{1,60}) \}/.exec(line)?.[1] ?? / denied_mask="(\w{1,20})"/.exec(line)?.[1]
  const label = / tcontext=[^:\s]{1,60}:[^:\s]{1,60}:([^:\s]{1,60})/.exec(line)?.[1]
  return {
    by,
    ...(path !== undefined && { path: visible(path, 300) }),
    ...(asked !== undefined && { asked: visible(asked, 60) }),
    ...(label !== undefined && { label: visible(label, 60) }),
  }
}

export default {
  id: 'selinux-apparmor',
  needs: 'shell',
  asks: 'does SELinux or AppArmor deny sshd anything?',
  cost: { seconds: 0.2, connections: 0, load: 0.02 },
  applies: () => true,
  async run(context) {
    return readMandatoryAccess((await shell(context, SCRIPT, [], { sudo: true })).stdout)
  },
} satisfies Probe<'selinux-apparmor'>
