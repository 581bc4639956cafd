import { type Probe, type ProbeContext, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { canonicalAddress, isLoopback } from '../../openssh/networks.ts'
import { sections } from '../shell/sections.ts'
import { shell } from '../shell/shell.ts'
import { fingerprintOf } from '../keys/fingerprint.ts'

// Starting programs is what a sick machine is slow at, so all but one of the last questions are the shell's own work.
const SCRIPT = `
echo @date; date +%s
echo @id; id -u; id -un
echo @connection; echo "$SSH_CONNECTION"
echo @kernel; uname -r
echo @init; [ -d /run/systemd/system ] && echo systemd
echo @os
[ -r /etc/os-release ] && while read -r l; do case $l in ID=*|VERSION_ID=*) echo "$l" ;; esac; done < /etc/os-release
echo @name
[ -r /proc/sys/kernel/hostname ] && read -r l < /proc/sys/kernel/hostname && echo "$l"
echo @keys
set --
for f in /etc/ssh/sshd_config /etc/ssh/sshd_config.d/*.conf; do
  [ -r "$f" ] && while IFS=' 	="' read -r k v rest; do
    case $k in [Hh][Oo][Ss][Tt][Kk][Ee][Yy]) [ $# -lt 20 ] && set -- "$@" "$v.pub" ;; esac
  done < "$f"
done
for f in /etc/ssh/ssh_host_*_key.pub "$@"; do
  if [ -r "$f" ]; then l=; read -r l < "$f"; printf '%.4000s\\n' "$l"; fi
done
echo @addresses; ip -o addr show 2>/dev/null || ifconfig -a 2>/dev/null
:
`

type Session = Omit<Facts['inside-session'], 'root' | 'roundTrip' | 'clockOffset'> & { date?: number }

/** Reads what the script printed; undefined where not even who we are came. */
export function readSession(text: string): Session | undefined {
  const part = sections(text)
  const [uid, user] = part('id')
  if (uid === undefined || !/^\d{1,10}$/.test(uid)) return undefined
  const release = new Map(part('os').map((line) => [/^[A-Z_]+/.exec(line)?.[0], line.replace(/^[^=]*=|["']/g, '')]))
  const os = [release.get('ID'), release.get('VERSION_ID')].filter(Boolean).join(' ')
  const clientAddress = canonicalAddress(part('connection')[0]?.split(' ')[0] ?? '')
  const hostname = visible(part('name')[0] ?? '', 100)
  const addresses = addressesIn(part('addresses').join('\n'))
  const hostKeys = fingerprintsOf(part('keys'))
  const date = /^\d{9,12}$/.exec(part('date')[0] ?? '')
  return {
    user: visible(user ?? uid, 100),
    uid: Number(uid),
    kernel: visible(part('kernel')[0] ?? '', 100),
    ...(os && { os: visible(os, 60) }),
    init: part('init')[0] === 'systemd' ? 'systemd' : 'other',
    ...(clientAddress !== undefined && { clientAddress }),
    ...(hostname && { hostname }),
    ...(addresses.length > 0 && { addresses }),
    ...(hostKeys.length > 0 && { hostKeys }),
    ...(date && { date: Number(date[0]) }),
  }
}

/** What `ip -o addr` or `ifconfig` lists, loopback left out. */
function addressesIn(text: string): string[] {
  const listed = [...text.matchAll(/\binet6?(?: addr:)? ?(?:addr: ?)?([\da-fA-F.:]{2,45})/g)].map((m) =>
    canonicalAddress(m[1]!),
  )
  const own = listed.filter((one) => one !== undefined && !isLoopback(one) && !one.startsWith('fe80:'))
  return [...new Set(own as string[])].slice(0, 100)
}

/** Of public keys as they stand in files: the hash of the second word (sshkey.c sshkey_fingerprint_raw). */
function fingerprintsOf(lines: readonly string[]): string[] {
  const blobs = lines.flatMap(
    (line) => /^(?:ssh|ecdsa|sk)-[\w@.-]{1,60} ([\w+/=]{40,4000})(?:\s|$)/.exec(line)?.[1] ?? [],
  )
  return [...new Set(blobs.map(fingerprintOf))].slice(0, 40)
}

/** Whether sudo makes us root; undefined while it still thinks, which is no refusal. */
async function becomesRoot(context: ProbeContext): Promise<boolean | undefined> {
  if (context.access?.root === 'pending') return undefined
  return (await shell(context, 'id -u', [], { sudo: true })).stdout.trim() === '0'
}

export default {
  id: 'inside-session',
  needs: 'shell',
  asks: 'which user are we on the server, and what kind of machine is it?',
  cost: { seconds: 0.2, connections: 0, load: 0.02 },
  applies: () => true,
  async run(context) {
    const before = Date.now()
    const result = await shell(context, SCRIPT)
    const between = (before + Date.now()) / 2000
    const session = readSession(result.stdout)
    if (!session && context.signal.aborted)
      throw new Unanswered(
        'timed-out',
        'the shell on the server stayed silent: it is too slow, or the connection has broken off',
      )
    if (!session) throw new Unanswered('absent', 'the shell on the server did not answer our first question')
    const { date, ...rest } = session
    // Under sudo the environment is another one, so that is asked apart.
    const root = rest.uid === 0 || (await becomesRoot(context))
    // `date` cuts the second's fraction off.
    const clockOffset = date === undefined ? 0 : Math.round(date + 0.5 - between)
    const { host } = context.access ?? {}
    const named = { ...(root !== undefined && { root }), ...(host !== undefined && { wayInHost: visible(host, 200) }) }
    return { ...rest, ...named, roundTrip: result.seconds, clockOffset }
  },
} satisfies Probe<'inside-session'>
