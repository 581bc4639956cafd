import { type Probe, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { canonicalAddress, inNetwork } from '../../openssh/networks.ts'
import { portOf } from '../dial/addresses.ts'
import { readIptablesSave } from '../firewall/iptables-save.ts'
import { readIpsetSave } from '../firewall/ipset.ts'
import { hasExtensions, readNftJson } from '../firewall/nft-json.ts'
import { readRecentLists } from '../firewall/recent.ts'
import { asksWhoReceives, asksWhoSends, judge, type Place, type Table } from '../firewall/ruleset.ts'
import { isInUse, toolOfRule, toolOfTable, type Writer, zoneOf } from '../firewall/tools.ts'
import { sections, TIMEOUT } from '../shell/sections.ts'
import { askedAddress, sender } from '../bans/sender.ts'
import { shell } from '../shell/shell.ts'

/**
 * $1 the address we come from, if known. iptables itself is asked only where its rules are in force already: the old one
 * loads its modules when it is asked. Files of /proc have no size, so that one looks into them. What iptables made through
 * nft, nft cannot spell out: iptables can.
 */
const SCRIPT = `
${TIMEOUT}
echo @uid; id -u
echo @addresses; $T ip -o addr show 2>/dev/null | head -n 300
case $1 in ?*)
  echo @route; $T ip -o route get "$1" 2>/dev/null; c=$?
  echo @route-code; echo $c
  echo @routes; $T ip -o route show table all to match "$1" 2>/dev/null | grep -E '^(blackhole|unreachable|prohibit) '
esac
x=
if command -v nft >/dev/null 2>&1; then
  echo @nft; $T nft -j list ruleset 2>/dev/null; echo; echo @nft-code; echo $?
  case $($T nft list tables 2>/dev/null) in *'table ip filter'*|*'table ip6 filter'*|*'table ip nat'*|*'table ip raw'*|*'table ip mangle'*) x=y ;; esac
else x=y
fi
for f in '' 6; do
  c=ip\${f}tables
  command -v $c-save >/dev/null 2>&1 || continue
  l=; { read -r l < /proc/net/ip\${f}_tables_names; } 2>/dev/null
  case $($T $c --version 2>/dev/null) in
    *nf_tables*)
      [ -n "$x" ] && { echo @iptables$f-; $T $c-save 2>/dev/null; }
      [ -n "$l" ] && command -v $c-legacy-save >/dev/null 2>&1 && { echo @legacy$f-; $T $c-legacy-save 2>/dev/null; } ;;
    *) [ -n "$l" ] && { echo @plain$f-; $T $c-save 2>/dev/null; } ;;
  esac
done
command -v ipset >/dev/null 2>&1 && { echo @ipset; $T ipset save 2>/dev/null; }
echo @recent
for f in /proc/net/xt_recent/*; do [ -f "$f" ] && { echo "list \${f##*/}"; head -n 2000 "$f"; }; done 2>/dev/null
echo @uptime; read -r up rest < /proc/uptime; echo "$up"
[ -d /proc/net/xt_recent ] && { echo @jiffies; sed -n '/^jiffies: /{s///p;q;}' /proc/timer_list 2>/dev/null; }
echo @end
:
`

/** What the script printed; undefined where the rules may not be read. */
export function readFirewall(
  text: string,
  target: { port: number; from?: string; address?: string },
): Facts['firewall'] | undefined {
  // Names of parts with a digit are not this format's: the families are told apart before it is read.
  const part = sections(
    text.replaceAll(/^@(iptables|plain|legacy)(6?)-$/gm, (_, name, six) => `@${name}-${six ? 'six' : 'four'}`),
  )
  if (part('uid')[0] !== '0') return undefined
  const json = part('nft').join('\n')
  const nft = json === '' ? undefined : readNftJson(json)
  const lists = {
    sets: readIpsetSave(part('ipset').join('\n')),
    recent: readRecentLists(part('recent'), numberIn(part('jiffies')), numberIn(part('uptime'))),
  }
  const saved = (name: string): Table[] =>
    (['four', 'six'] as const).flatMap((family) =>
      readIptablesSave(part(`${name}-${family}`).join('\n'), family === 'four' ? 4 : 6, lists),
    )
  if (part('nft-code').length > 0 && nft === undefined) return { tools: ['nft'], verdict: 'unknown' }
  const throughNft = saved('iptables')
  // Of a table both have, iptables says more: nft shows no parameters of iptables' own conditions.
  const own = (nft ?? []).filter(
    ({ family, name }) => !throughNft.some((each) => each.family === family && each.name === name),
  )
  const writers = new Map<Table, Writer>([
    ...own.map((table) => [table, hasExtensions(json) && table.name === 'filter' ? 'iptables' : 'nft'] as const),
    ...[...throughNft, ...saved('plain')].map((table) => [table, 'iptables'] as const),
    ...saved('legacy').map((table) => [table, 'iptables-legacy'] as const),
  ])
  const tables = [...writers.keys()]
  const tools = new Set(tables.filter(isInUse).map((table) => toolOfTable(table, writers.get(table)!)))
  const from = target.from === undefined ? undefined : canonicalAddress(target.from)
  const family = from === undefined ? (target.address?.includes(':') ? 6 : 4) : from.includes(':') ? 6 : 4
  const local = part('addresses').flatMap((line) => {
    const address = canonicalAddress(/ inet6? ([\da-f.:]{2,60})\//i.exec(line)?.[1] ?? '')
    return address !== undefined && address.includes(':') === (family === 6) ? [address] : []
  })
  const route = part('route')[0] ?? ''
  const device = / dev (\S{1,40})/.exec(route)?.[1]
  const answers = canonicalAddress(/ src (\S{1,60})/.exec(route)?.[1] ?? '')
  const asked = target.address === undefined ? undefined : canonicalAddress(target.address)
  // Behind a cloud's address translation the address we asked is none of the machine's own.
  const to = asked !== undefined && local.includes(asked) ? [asked] : answers !== undefined ? [answers] : local
  const {
    verdict,
    at,
    answers: onTheWayBack,
  } = judge(tables, {
    family,
    port: target.port,
    to,
    ...(from !== undefined && { from }),
    ...(device !== undefined && { device }),
  })
  const judged = { tools: [...tools], ...(from !== undefined && { from }) }
  if (from !== undefined && verdict !== 'drops' && verdict !== 'rejects') {
    const none = noRoute(part('route-code')[0], part('routes'), from)
    if (none !== undefined) return { ...judged, verdict: 'drops', by: 'route', ...none }
  }
  const zone = at && zoneOf(at)
  return {
    ...judged,
    verdict,
    ...(at && { by: toolOfRule(at, writers.get(at.table)!), place: shown(at, writers.get(at.table)!) }),
    ...(at && (onTheWayBack ? asksWhoReceives : asksWhoSends)(at.text) && { you: true }),
    ...(zone !== undefined && { zone: visible(zone, 60) }),
    ...(onTheWayBack && { answers: true }),
  }
}

const shown = ({ table, chain, text }: Place, writer: Writer): NonNullable<Facts['firewall']['place']> => ({
  writer,
  family: table.family,
  table: visible(table.name, 100),
  chain: visible(chain, 100),
  text: visible(text, 300),
})

const numberIn = ([text]: readonly string[]): number | undefined =>
  text !== undefined && /^\d{1,19}(?:\.\d{1,9})?$/.test(text) ? Number(text) : undefined

/** iproute2 ends with 2 where the kernel refuses: there is no way to the address, or one that leads nowhere on purpose. */
function noRoute(
  code: string | undefined,
  routes: readonly string[],
  from: string,
): Pick<Facts['firewall'], 'route' | 'you'> | undefined {
  if (code !== '2') return undefined
  const bits = (line: string): number =>
    Number(/^\w+ \S+\/(\d{1,3}) /.exec(`${line} `)?.[1] ?? (/ default /.test(line) ? 0 : 128))
  const [narrowest] = routes
    .filter((line) => {
      const network = line.split(' ')[1] ?? ''
      return network === 'default' || inNetwork(from, network) === true
    })
    .toSorted((a, b) => bits(b) - bits(a))
  const [type, network] = narrowest?.trim().split(' ') ?? []
  if (type === undefined || network === undefined) return { route: { type: 'none', network: from } }
  return {
    route: { type: visible(type, 40), network: visible(network, 60) },
    ...(network !== 'default' && { you: true }),
  }
}

export default {
  id: 'firewall',
  needs: 'shell',
  asks: "what does the server's own firewall do with you?",
  cost: { seconds: 0.4, connections: 0, load: 0.05 },
  applies: () => true,
  async run(context) {
    const from = sender(context)
    const { stdout, cut } = await shell(context, SCRIPT, [from ?? ''], { sudo: true, maxBytes: 16 << 20 })
    // Rules that are missing let everybody in.
    if (cut || !/^@end$/m.test(stdout))
      throw new Unanswered('not-allowed', 'the firewall of the server has more rules than could be read')
    const address = askedAddress(context)
    const value = readFirewall(stdout, {
      port: portOf(context.facts, context.target),
      ...(from !== undefined && { from }),
      ...(address !== undefined && { address }),
    })
    if (!value) throw new Unanswered('not-allowed', 'only root may read the firewall of the server')
    return value
  },
} satisfies Probe<'firewall'>
