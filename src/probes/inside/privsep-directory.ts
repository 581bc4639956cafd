import { known, type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { readListed } from '../account/modes.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { wholeAnswer } from '../shell/whole-answer.ts'

/**
 * The directory is built into sshd (9.8 on: into sshd-session and sshd-auth), so that is where its name is looked for: Debian
 * has /run/sshd, Red Hat /var/empty/sshd and then /usr/share/empty.sshd, upstream /var/empty. $1 the sshd, where known.
 */
const SCRIPT = `
${TIMEOUT}
bin=$1; [ -x "$bin" ] || bin=$(command -v sshd); [ -x "$bin" ] || bin=/usr/sbin/sshd
dir=
# Text in a program ends with a NUL; busybox's grep stops there.
for b in "$bin" /usr/lib/openssh/sshd-auth /usr/libexec/openssh/sshd-auth /usr/lib/ssh/sshd-auth /usr/libexec/sshd-auth; do
  [ -r "$b" ] && dir=$($T tr '\\000' '\\n' < "$b" 2>/dev/null |
    grep -xE '/run/sshd|/usr/share/empty\\.sshd|/var/empty/sshd|/var/chroot/ssh|/var/lib/empty|/var/empty' | sort -r | head -n 1)
  [ -z "$dir" ] || break
done
echo @running
for p in /proc/[0-9]*; do c=; { read -r c < $p/comm; } 2>/dev/null; [ "$c" = sshd ] && echo yes && break; done
echo @path; printf '%s\\n' "$dir"
echo @listing; [ -n "$dir" ] && { ls -lnLd "$dir" 2>/dev/null || echo missing; }
:
`

/**
 * What the script printed; undefined where the directory's name could not be found out, or where it is missing because no sshd
 * runs: systemd makes it with the service and removes it with it (RuntimeDirectory).
 */
export function readPrivsep(text: string): Facts['privsep-directory'] | undefined {
  const part = sections(text)
  const path = part('path')[0]
  const listing = part('listing')[0]
  if (!path?.startsWith('/') || listing === undefined) return undefined
  const listed = readListed(listing)
  if (!listed) return listing === 'missing' && part('running')[0] === 'yes' ? { path, state: 'missing' } : undefined
  if (listed.type !== 'd') return { path, state: 'missing' }
  // sshd.c main(): "must be owned by root and not group or world-writable".
  const fine = listed.uid === 0 && (listed.mode & 0o022) === 0
  return { path, state: fine ? 'fine' : 'wrong-owner-or-mode' }
}

export default {
  id: 'privsep-directory',
  needs: 'shell',
  asks: 'does the directory exist that sshd locks its children into?',
  cost: { seconds: 0.2, connections: 0, load: 0.02 },
  applies: () => true,
  async run(context) {
    const stdout = await wholeAnswer(context, SCRIPT, [known(context.facts, 'sshd-effective')?.sshd ?? ''])
    const value = readPrivsep(stdout)
    if (!value)
      throw new Unanswered(
        'absent',
        'the directory that sshd uses for its children could not be found, or it is made only when sshd starts',
      )
    return value
  },
} satisfies Probe<'privsep-directory'>
