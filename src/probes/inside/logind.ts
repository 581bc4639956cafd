import { type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { wholeAnswer } from '../shell/whole-answer.ts'

/** A ping over the message bus waits for three seconds at most; what the kernel says of the process waits for nobody. */
const SCRIPT = `
${TIMEOUT}
echo @pam; grep -lsE '^[^#]*pam_systemd' /etc/pam.d/sshd /etc/pam.d/common-session /etc/pam.d/system-auth /etc/pam.d/password-auth /usr/lib/pam.d/system-auth | head -n 3
echo @state; for p in /proc/[0-9]*; do
  c=; { read -r c < "$p/comm"; } 2>/dev/null; case $c in systemd-logind|elogind-daemon|elogind) ;; *) continue ;; esac
  s=; while read -r k v r; do [ "$k" = State: ] && s=$v; done 2>/dev/null < "$p/status"; printf '%s\\n' "$s"
done | head -n 3
echo @unit; $T systemctl show -p ActiveState systemd-logind.service 2>/dev/null
if command -v busctl >/dev/null 2>&1; then
  read -r a rest < /proc/uptime
  echo @ping; $T busctl --system --timeout=3 call org.freedesktop.login1 /org/freedesktop/login1 org.freedesktop.DBus.Peer Ping >/dev/null 2>&1; echo "exit $?"
  read -r b rest < /proc/uptime
  echo @took; echo "$a $b"
fi
:
`

/** What the script printed; undefined where there is no logind. */
export function readLogind(text: string): Facts['logind'] | undefined {
  const part = sections(text)
  const unit = /^ActiveState=([a-z-]{1,30})$/.exec(part('unit')[0] ?? '')?.[1]
  const state = /^[A-Z]$/.exec(part('state')[0] ?? '')?.[0]
  const exit = /^exit (\d{1,3})$/.exec(part('ping')[0] ?? '')?.[1]
  if (state === undefined && (unit === undefined || unit === 'inactive') && exit !== '0') return undefined
  const [from = Number.NaN, to = Number.NaN] = (part('took')[0] ?? '').split(' ').map(Number)
  return {
    ...(unit !== undefined && { unit: visible(unit, 30) }),
    ...(state !== undefined && { state }),
    ...(exit !== undefined && { answers: exit === '0' }),
    ...(to >= from && { seconds: Math.round((to - from) * 100) / 100 }),
    asked: part('pam').length > 0,
  }
}

export default {
  id: 'logind',
  needs: 'shell',
  asks: 'does logind answer, which a session is asked of?',
  cost: { seconds: 0.3, connections: 0, load: 0.02 },
  applies: () => true,
  async run(context) {
    const value = readLogind(await wholeAnswer(context, SCRIPT, [], { sudo: true, timeoutMs: 20_000 }))
    if (!value) throw new Unanswered('absent', 'no logind runs on this server')
    return value
  },
} satisfies Probe<'logind'>
