import { type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { canonicalAddress } from '../../openssh/networks.ts'
import { type Ban, covers } from '../bans/ban.ts'
import { rulesOfIptables, setsOfIpset, setsOfNft } from '../bans/in-force.ts'
import { crowdsecBans, denyhostsBans, fail2banBans, sshguardEnds, sshguardHosts } from '../bans/tools.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { sender } from '../bans/sender.ts'
import { shell } from '../shell/shell.ts'

/**
 * $1 the address we come from, if known. What the tools say of themselves, and what they have put into the firewall. The names
 * of the kernel cut off after fifteen letters; files of /proc have no size.
 */
const SCRIPT = `
${TIMEOUT}
echo @uid; id -u
echo @now; date '+%s %z'
echo @processes
for p in /proc/[0-9]*; do
  c=; { read -r c < $p/comm; } 2>/dev/null
  case $c in fail2ban-server|crowdsec|crowdsec-firewa|cs-firewall-bou|sshguard|sshg-blocker|denyhosts*) echo "$c" ;; esac
done
echo @firewall
if command -v fail2ban-client >/dev/null 2>&1; then
  echo @jails
  s=; o=
  for j in $($T fail2ban-client status 2>/dev/null | sed -n 's/.*Jail list:[[:space:]]*//p' | tr ',' ' ' | cut -c 1-2000); do
    case $j in *ssh*) s="$s $j" ;; *) o="$o $j" ;; esac
  done
  for j in $s $o; do echo "jail $j"; $T fail2ban-client get "$j" banip --with-time 2>/dev/null | head -n 5000; done
fi
if command -v cscli >/dev/null 2>&1; then
  echo @crowdsec; case $1 in ?*) $T cscli decisions list -a -i "$1" -o json 2>/dev/null | tr -d '\\n' ;; esac; echo
fi
if command -v nft >/dev/null 2>&1; then echo @nft; $T nft -j list ruleset 2>/dev/null; echo; fi
echo @rules
for f in '' 6; do
  c=ip\${f}tables
  l=; { read -r l < /proc/net/ip\${f}_tables_names; } 2>/dev/null
  case $($T $c --version 2>/dev/null) in
    '') ;;
    *nf_tables*) $T $c-save; [ -n "$l" ] && $T $c-legacy-save ;;
    *) [ -n "$l" ] && $T $c-save ;;
  esac 2>/dev/null | grep -E '^-A (f2b|fail2ban|sshguard|CROWDSEC)' | head -n 5000
done
if command -v ipset >/dev/null 2>&1; then echo @ipset; $T ipset save 2>/dev/null | grep -E '^add (f2b|sshguard|crowdsec)' | head -n 20000; fi
[ -d /var/lib/denyhosts ] && { echo @denyhosts; grep -v '^[[:space:]]*#' /etc/hosts.deny 2>/dev/null | head -n 5000; }
if command -v sshguard >/dev/null 2>&1; then
  echo @sshguard-hosts; sed -n '/^###sshguard###/,/^###sshguard###/p' /etc/hosts.allow 2>/dev/null | head -n 5000
  echo @sshguard; $T journalctl -q -t sshguard -o short-unix --no-pager -n 5000 2>/dev/null | grep Blocking
fi
echo @end
:
`

/** Tools whose own word is asked; where it is had, what they put into the firewall says the same once more. */
const ASKED = ['fail2ban', 'crowdsec']

/**
 * What the script printed. Undefined where a ban tool runs and would not tell; `from` is our address, and where it is not known
 * nobody can say whether it is banned, unless nobody is.
 */
export function readBans(text: string, from?: string): Facts['bans'] | undefined {
  const part = sections(text)
  const [now, zone] = (part('now')[0] ?? '').split(' ')
  const seconds = /^\d{1,12}$/.test(now ?? '') ? Number(now) : undefined
  const ends = sshguardEnds(part('sshguard'))
  const inForce = [
    ...setsOfNft(part('nft').join('\n'), seconds),
    ...rulesOfIptables(part('rules')),
    ...setsOfIpset(part('ipset'), seconds),
    ...sshguardHosts(part('sshguard-hosts')),
  ].map((ban) => {
    const until = ban.tool === 'sshguard' && ban.until === undefined ? ends.get(ban.address) : undefined
    // A block that should be over is one the log knows nothing of.
    const over = until !== undefined && seconds !== undefined && Date.parse(until) < seconds * 1000
    return until === undefined || over ? ban : { ...ban, until }
  })
  const bans: Ban[] = [
    ...fail2banBans(part('jails'), zone ?? ''),
    ...crowdsecBans(part('crowdsec').join(''), seconds),
    ...denyhostsBans(part('denyhosts')),
    ...inForce,
  ]
  const processes = part('processes')
  const runs = (pattern: RegExp) => processes.some((name) => pattern.test(name))
  const running = new Map([
    ['fail2ban', runs(/^fail2ban-server$/)],
    ['crowdsec', runs(/^(?:crowdsec|cs-firewall)/)],
    ['sshguard', runs(/^sshg/)],
    ['denyhosts', runs(/^denyhosts/)],
  ])
  const tools = [...running].flatMap(([name, is]) =>
    is || bans.some(({ tool }) => tool === name) ? [{ name, running: is }] : [],
  )
  if (part('uid')[0] !== '0' && tools.length > 0 && bans.length === 0) return undefined
  const us = from === undefined ? undefined : canonicalAddress(from)
  if (us === undefined && bans.length > 0) return undefined
  const total = new Set(bans.map(({ tool, address }) => `${tool} ${address}`)).size
  return { tools, banned: us === undefined ? [] : ours(bans, us), total }
}

/** The bans of our address: each a tool names itself, the longest first, and of what stands in the firewall alone one for each tool. */
function ours(bans: readonly Ban[], us: string): Ban[] {
  const echo = ({ tool, holder }: Ban) => !ASKED.includes(tool) || holder.kind === 'set' || holder.kind === 'chain'
  const mine = bans.filter((ban) => covers(ban, us))
  const kept = mine.filter((ban, i) => !echo(ban) || mine.findIndex(({ tool }) => tool === ban.tool) === i)
  const lasts = ({ until }: Ban) => (until === undefined ? Infinity : Date.parse(until))
  return kept.toSorted((a, b) => Number(echo(a)) - Number(echo(b)) || lasts(b) - lasts(a) || 0).slice(0, 20)
}

export default {
  id: 'bans',
  needs: 'shell',
  asks: 'has a ban tool got your address?',
  cost: { seconds: 0.6, connections: 0, load: 0.05 },
  applies: () => true,
  async run(context) {
    const from = sender(context)
    const { stdout, cut } = await shell(context, SCRIPT, [from ?? ''], {
      sudo: true,
      maxBytes: 16 << 20,
      timeoutMs: 25_000,
    })
    const value = readBans(stdout, from)
    if (!value)
      throw new Unanswered(
        'absent',
        from === undefined
          ? 'it is not known which address you come from, and some are banned'
          : 'only root may ask the ban tools of the server',
      )
    // A ban that was seen is one; that there is none is only known at the end.
    if (value.banned.length === 0 && (cut || !/^@end$/m.test(stdout)))
      throw new Unanswered('timed-out', 'the ban tools of the server were too slow to say all they have')
    return value
  },
} satisfies Probe<'bans'>
