import { type Probe } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { readListed } from '../account/modes.ts'
import { sections } from '../shell/sections.ts'
import { effectiveConfig } from './sshd-effective.ts'
import { wholeAnswer } from '../shell/whole-answer.ts'

/** $@ the files; without any, those that are configured, and without those the three of sshd's own. */
export const SCRIPT = `
echo @group; grep -s '^ssh_keys:' /etc/group
if [ $# -eq 0 ]; then
  set -- $(sed -n 's/^[[:space:]]*[Hh][Oo][Ss][Tt][Kk][Ee][Yy][[:space:]=]\\{1,\\}"\\{0,1\\}\\([^"#[:space:]]*\\).*/\\1/p' \\
    /etc/ssh/sshd_config.d/*.conf /etc/ssh/sshd_config 2>/dev/null)
fi
[ $# -gt 0 ] || set -- /etc/ssh/ssh_host_rsa_key /etc/ssh/ssh_host_ecdsa_key /etc/ssh/ssh_host_ed25519_key
n=0
for f in "$@"; do
  echo @key; printf '%s\\n' "$f"
  ls -lnLd -- "$f" 2>/dev/null || echo missing
  if [ -r "$f" ]; then l=; { read -r l < "$f"; } 2>/dev/null; printf 'begins %.40s\\n' "$l"; grep -qs -e '^-----END ' "$f" || echo cut; fi
  n=$((n+1)); [ $n -lt 20 ] || break
done
:
`

type Key = Facts['host-keys']['keys'][number]

/** What the script printed. */
export function readHostKeys(text: string): Facts['host-keys'] {
  const group = Number(/^ssh_keys:[^:]*:(\d{1,10}):/.exec(sections(text)('group')[0] ?? '')?.[1] ?? -1)
  const keys = text
    .split(/^@key\n/m)
    .slice(1)
    .flatMap((block): Key[] => {
      const [path, listing, begins = '', cut = ''] = block.split('\n')
      if (!path?.startsWith('/') || listing === undefined) return []
      return [{ path: visible(path, 300), state: stateOf(listing, begins, cut === 'cut', group) }]
    })
  return { keys, usable: keys.filter(({ state }) => state === 'usable').length }
}

function stateOf(listing: string, begins: string, cut: boolean, sshKeysGroup: number): Key['state'] {
  const listed = readListed(listing)
  if (!listed) return listing === 'missing' ? 'missing' : 'unreadable'
  if (listed.type !== '-') return listed.type === 'd' ? 'not-a-key' : 'unreadable'
  if (listed.size === 0) return 'empty'
  // sshkey_perm_ok (authfile.c) looks at the bits only where the file is the reader's own, and sshd reads as root. Red Hat's
  // lets the group ssh_keys read.
  const forgiven = listed.gid === sshKeysGroup ? 0o040 : 0
  if (listed.uid === 0 && (listed.mode & 0o077 & ~forgiven) !== 0) return 'too-open'
  const first = /^begins (.*)$/.exec(begins)?.[1]
  // A public key does where an agent holds the private one (HostKeyAgent).
  if (first !== undefined && !/^-----BEGIN |^(?:ssh|ecdsa|sk)-/.test(first)) return 'not-a-key'
  // A full disk or an interrupted copy cut it off.
  if (first?.startsWith('-----BEGIN ') && cut) return 'not-a-key'
  return 'usable'
}

export default {
  id: 'host-keys',
  needs: 'shell',
  asks: 'can sshd use its host keys?',
  cost: { seconds: 0.2, connections: 0, load: 0.02 },
  applies: () => true,
  async run(context) {
    const effective = await effectiveConfig(context)
    const paths = (effective?.values['hostkey'] ?? []).filter((path) => path.startsWith('/')).slice(0, 20)
    return readHostKeys(await wholeAnswer(context, SCRIPT, paths, { sudo: true }))
  },
} satisfies Probe<'host-keys'>
