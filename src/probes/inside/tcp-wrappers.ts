import type { Probe } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { judgeWrappers } from '../../openssh/tcp-wrappers.ts'
import { canonicalAddress } from '../../openssh/networks.ts'
import { LISTENER, listenerPid } from '../sshd/listening-process.ts'
import { sections } from '../shell/sections.ts'
import { shell } from '../shell/shell.ts'

/**
 * $1 the listener's pid. The library's name stands in a program that is linked with it; ldd would start the program. A table's
 * last line counts only with a newline at its end.
 */
export const SCRIPT = `
${LISTENER}
echo @programs
e=$(readlink /proc/$L/exe 2>/dev/null); e=\${e% (deleted)}
for f in "$e" /usr/sbin/sshd /usr/local/sbin/sshd /usr/lib/openssh/sshd-session /usr/libexec/openssh/sshd-session /usr/libexec/sshd-session /usr/lib/ssh/sshd-session; do
  case $f in *sshd*) ;; *) continue ;; esac
  [ -r "$f" ] || continue
  if grep -q 'libwrap\\.so' "$f" 2>/dev/null; then echo "linked $f"; else echo "without $f"; fi
done
for t in allow deny; do
  f=/etc/hosts.$t
  [ -e $f ] || continue
  echo @$t-there; if [ -r $f ]; then echo yes; else echo no; fi
  [ -n "$(tail -c 1 $f 2>/dev/null)" ] && { echo @$t-cut; echo yes; }
  echo @$t; sed 's/^/|/' $f 2>/dev/null | head -c 4000000; echo
done
:
`

/** What the script printed. `from` is our address. */
export function readTcpWrappers(text: string, from?: string): Facts['tcp-wrappers'] {
  const part = sections(text)
  const linked = part('programs').flatMap((line) => /^linked (.+)$/.exec(line)?.[1] ?? [])
  const programs = part('programs').flatMap((line) => /^(?:linked|without) (.+)$/.exec(line)?.[1] ?? [])
  const table = (name: 'allow' | 'deny') => {
    if (part(`${name}-there`).length === 0) return undefined
    const body = part(name).map((line) => line.replace(/^\|/, ''))
    return {
      path: `/etc/hosts.${name}`,
      text: body.join('\n') + (part(`${name}-cut`).length > 0 || body.length === 0 ? '' : '\n'),
    }
  }
  const hidden = [...part('allow-there'), ...part('deny-there')].includes('no')
  const address = from === undefined ? undefined : canonicalAddress(from)
  const judged = judgeWrappers(table('allow'), table('deny'), {
    daemon: 'sshd',
    ...(address !== undefined && { address }),
  })
  return {
    linked: linked.length > 0,
    verdict: hidden || programs.length === 0 ? 'unknown' : judged.verdict,
    ...(judged.rule && { rule: { file: judged.rule.file, text: visible(judged.rule.text, 300) } }),
  }
}

export default {
  id: 'tcp-wrappers',
  needs: 'shell',
  asks: 'do tcp wrappers (hosts.allow, hosts.deny) keep you out?',
  cost: { seconds: 0.2, connections: 0, load: 0.02 },
  applies: () => true,
  async run(context) {
    const { stdout } = await shell(context, SCRIPT, [listenerPid(context)], { sudo: true, maxBytes: 16 << 20 })
    return readTcpWrappers(stdout, context.from)
  },
} satisfies Probe<'tcp-wrappers'>
