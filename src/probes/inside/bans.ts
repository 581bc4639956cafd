import { type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { canonicalAddress } from '../client/proc-net-tcp.ts'
import { inNetwork } from './firewall/networks.ts'
import { parseJson } from './firewall/nft-json.ts'
import { bare, member, word } from './firewall/nft-values.ts'
import { sections, TIMEOUT } from './sections.ts'
import { shell } from './shell.ts'

/** $1 the address we come from, if known. What the tools say of themselves, and what they have put into the firewall. */
const SCRIPT = `
${TIMEOUT}
echo @uid; id -u
echo @now; date '+%s %z'
echo @processes
for p in /proc/[0-9]*; do
  c=; { read -r c < $p/comm; } 2>/dev/null
  case $c in fail2ban-server|crowdsec|sshguard|sshg-blocker|denyhosts*) echo "$c" ;; esac
done
echo @firewall
if command -v fail2ban-client >/dev/null 2>&1; then
  echo @jails
  for j in $($T fail2ban-client status 2>/dev/null | sed -n 's/.*Jail list:[[:space:]]*//p' | tr ',' ' ' | cut -c 1-2000); do
    echo "jail $j"; $T fail2ban-client get "$j" banip --with-time 2>/dev/null | head -n 5000
  done
fi
if command -v cscli >/dev/null 2>&1; then
  echo @crowdsec; case $1 in ?*) $T cscli decisions list -a -i "$1" -o json 2>/dev/null | tr -d '\\n' ;; esac; echo
fi
if command -v nft >/dev/null 2>&1; then echo @nft; $T nft -j list ruleset 2>/dev/null; echo; fi
echo @rules
for c in iptables ip6tables; do
  case $c in iptables) f=ip_tables_names ;; *) f=ip6_tables_names ;; esac
  case $($T $c --version 2>/dev/null) in *nf_tables*) ;; ?*) [ -s /proc/net/$f ] || continue ;; *) continue ;; esac
  $T $c-save 2>/dev/null | grep -E '^-A (f2b|fail2ban|sshguard|CROWDSEC)' | head -n 5000
done
if command -v ipset >/dev/null 2>&1; then echo @ipset; $T ipset save 2>/dev/null | grep -E '^add (f2b|sshguard|crowdsec)' | head -n 20000; fi
[ -d /var/lib/denyhosts ] && { echo @denyhosts; grep -v '^[[:space:]]*#' /etc/hosts.deny 2>/dev/null | head -n 5000; }
:
`

interface Ban {
  tool: string
  rule: string
  address: string
  until?: string
}

/**
 * What the script printed. Undefined where a ban tool runs and would not tell; `from` is our address, and where it is not known
 * nobody can say whether it is banned, unless nobody is.
 */
export function readBans(text: string, from?: string): Facts['bans'] | undefined {
  const part = sections(text)
  const [now, zone] = (part('now')[0] ?? '').split(' ')
  const seconds = /^\d{1,12}$/.test(now ?? '') ? Number(now) : undefined
  const bans = [
    ...fail2ban(part('jails'), zone ?? ''),
    ...crowdsec(part('crowdsec').join(''), seconds),
    ...nftSets(part('nft').join('\n'), seconds),
    ...rules(part('rules')),
    ...ipset(part('ipset'), seconds),
    ...denyhosts(part('denyhosts')),
  ]
  const names = new Map([
    ['fail2ban', part('processes').includes('fail2ban-server')],
    ['crowdsec', part('processes').includes('crowdsec')],
    ['sshguard', part('processes').some((name) => name.startsWith('sshg'))],
    ['denyhosts', part('processes').some((name) => name.startsWith('denyhosts'))],
  ])
  for (const { tool } of bans) if (!names.get(tool)) names.set(tool, false)
  const tools = [...names].flatMap(([name, running]) =>
    running || bans.some(({ tool }) => tool === name) ? [{ name, running }] : [],
  )
  if (part('uid')[0] !== '0' && tools.length > 0 && bans.length === 0) return undefined
  const us = from === undefined ? undefined : canonicalAddress(from)
  if (us === undefined && bans.length > 0) return undefined
  const ours = us === undefined ? [] : bans.filter(({ address }) => inNetwork(us, address) === true)
  // The tool's own word comes first; what it put into the firewall says the same once more.
  const banned = ours.filter((ban, i) => ours.findIndex(({ tool }) => tool === ban.tool) === i)
  return { tools, banned, total: new Set(bans.map(({ tool, address }) => `${tool} ${address}`)).size }
}

function isNetwork(text: string): boolean {
  return inNetwork('192.0.2.1', text) !== undefined
}

/** `192.0.2.7 \t2026-11-21 11:00:00 + 600 = 2026-11-21 11:10:00`, in the server's own time. */
function fail2ban(lines: readonly string[], zone: string): Ban[] {
  const bans: Ban[] = []
  let jail = ''
  for (const line of lines) {
    jail = /^jail (\S{1,100})$/.exec(line)?.[1] ?? jail
    const m = /^([\da-fA-F.:]{2,60}(?:\/\d{1,3})?)\b(?:.*= (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d))?/.exec(line)
    if (!m || !isNetwork(m[1]!)) continue
    const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : 'Z'
    // The year 9999 is fail2ban's word for ever.
    const until = m[2] === undefined || m[2].startsWith('9999') ? undefined : iso(`${m[2]}T${m[3]}${offset}`)
    bans.push({ tool: 'fail2ban', rule: visible(jail, 60), address: m[1]!, ...(until && { until }) })
  }
  return bans
}

function iso(time: string | number): string | undefined {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

function crowdsec(text: string, now: number | undefined): Ban[] {
  const alerts = parseJson(text)
  if (!Array.isArray(alerts)) return []
  return alerts.flatMap((alert) => {
    const decisions = member(alert, 'decisions')
    return (Array.isArray(decisions) ? decisions : []).flatMap((decision) => {
      const address = word(member(decision, 'value'))
      if (!isNetwork(address) || !/^(?:ban|captcha|throttle)$/.test(word(member(decision, 'type')))) return []
      const left = /^(?:(\d{1,6})h)?(?:(\d{1,3})m)?(?:(\d{1,3})(?:\.\d{1,12})?s)?$/.exec(
        word(member(decision, 'duration')),
      )
      const seconds = left && Number(left[1] ?? 0) * 3600 + Number(left[2] ?? 0) * 60 + Number(left[3] ?? 0)
      const until = seconds && now !== undefined ? iso((now + seconds) * 1000) : undefined
      const rule = visible(word(member(decision, 'scenario')) || 'a decision', 100)
      return [{ tool: 'crowdsec', rule, address, ...(until && { until }) }]
    })
  })
}

const toolOf = (name: string): string | undefined => {
  if (/f2b|fail2ban/i.test(name)) return 'fail2ban'
  if (/sshg/i.test(name)) return 'sshguard'
  return /crowdsec/i.test(name) ? 'crowdsec' : undefined
}

function nftSets(text: string, now: number | undefined): Ban[] {
  const all = member(parseJson(text), 'nftables')
  if (!Array.isArray(all)) return []
  return all.flatMap((entry) => {
    const set = member(entry, 'set')
    const elements = member(set, 'elem')
    const name = `${word(member(set, 'table'))} ${word(member(set, 'name'))}`
    const tool = toolOf(name)
    if (tool === undefined || !Array.isArray(elements)) return []
    return elements.flatMap((element) => {
      const value = bare(element)
      const prefix = member(value, 'prefix')
      const address =
        prefix === undefined ? word(value) : `${word(member(prefix, 'addr'))}/${word(member(prefix, 'len'))}`
      if (!isNetwork(address)) return []
      const expires = member(member(element, 'elem'), 'expires')
      const until = typeof expires === 'number' && now !== undefined ? iso((now + expires) * 1000) : undefined
      return [{ tool, rule: visible(`set ${name}`, 100), address, ...(until && { until }) }]
    })
  })
}

function rules(lines: readonly string[]): Ban[] {
  return lines.flatMap((line) => {
    const m = /^-A (\S{1,60}) .*?-s (\S{2,60}) .*-j (?:DROP|REJECT)/.exec(line)
    const tool = m && toolOf(m[1]!)
    return m && tool && isNetwork(m[2]!)
      ? [{ tool, rule: visible(`chain ${m[1]}`, 100), address: m[2]!.replace(/\/(?:32|128)$/, '') }]
      : []
  })
}

function ipset(lines: readonly string[], now: number | undefined): Ban[] {
  return lines.flatMap((line) => {
    const m = /^add (\S{1,60}) (\S{2,60})(?: timeout (\d{1,10}))?/.exec(line)
    const tool = m && toolOf(m[1]!)
    if (!m || !tool || !isNetwork(m[2]!)) return []
    const until = m[3] && m[3] !== '0' && now !== undefined ? iso((now + Number(m[3])) * 1000) : undefined
    return [{ tool, rule: visible(`set ${m[1]}`, 100), address: m[2]!, ...(until && { until }) }]
  })
}

function denyhosts(lines: readonly string[]): Ban[] {
  return lines.flatMap((line) => {
    const address = /^(?:sshd|ALL)\s*:\s*([\da-fA-F.:]{2,60})\s*$/.exec(line)?.[1]
    return address !== undefined && isNetwork(address) ? [{ tool: 'denyhosts', rule: '/etc/hosts.deny', address }] : []
  })
}

export default {
  id: 'bans',
  needs: 'shell',
  asks: 'has a ban tool got your address?',
  cost: { seconds: 0.6, connections: 0, load: 0.05 },
  decides: ['ban'],
  applies: () => true,
  async run(context) {
    const { stdout } = await shell(context, SCRIPT, [context.from ?? ''], {
      sudo: true,
      maxBytes: 16 << 20,
      timeoutMs: 25_000,
    })
    const value = readBans(stdout, context.from)
    if (!value)
      throw new Unanswered(
        context.from === undefined
          ? 'it is not known which address you come from, and some are banned'
          : 'only root may ask the ban tools of the server',
      )
    return value
  },
} satisfies Probe<'bans'>
