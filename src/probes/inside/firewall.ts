import { isIP } from 'node:net'
import { known, type Probe, type ProbeContext, Unanswered } from '../../core/probe.ts'
import type { Facts } from '../../core/types.ts'
import { visible } from '../../core/visible.ts'
import { canonicalAddress } from '../client/proc-net-tcp.ts'
import { portOf } from '../outside/addresses.ts'
import { readIpsetSave, readIptablesSave } from './firewall/iptables-save.ts'
import { hasExtensions, readNftJson } from './firewall/nft-json.ts'
import { judge, type Table } from './firewall/ruleset.ts'
import { sections, TIMEOUT } from './sections.ts'
import { shell } from './shell.ts'

/**
 * $1 the address we come from, if known. iptables itself is asked only where its rules are in force already: the old one
 * loads its modules when it is asked. What iptables made through nft, nft cannot spell out: iptables can.
 */
const SCRIPT = `
${TIMEOUT}
echo @uid; id -u
echo @addresses; $T ip -o addr show 2>/dev/null | head -n 300
echo @route; case $1 in ?*) $T ip -o route get "$1" 2>/dev/null ;; esac
x=
if command -v nft >/dev/null 2>&1; then
  echo @nft; $T nft -j list ruleset 2>/dev/null; echo; echo @nft-code; echo $?
  case $($T nft list tables 2>/dev/null) in *'table ip filter'*|*'table ip6 filter'*|*'table ip nat'*|*'table ip raw'*|*'table ip mangle'*) x=y ;; esac
else x=y
fi
for f in '' 6; do
  c=ip\${f}tables
  command -v $c-save >/dev/null 2>&1 || continue
  echo @save
  case $($T $c --version 2>/dev/null) in
    *nf_tables*) [ -n "$x" ] && { echo @iptables$f-; $T $c-save 2>/dev/null; } ;;
    *) [ -s /proc/net/ip\${f}_tables_names ] && { echo @iptables$f-; $T $c-save 2>/dev/null; } ;;
  esac
  [ -s /proc/net/ip\${f}_tables_names ] && command -v $c-legacy-save >/dev/null 2>&1 && { echo @legacy$f-; $T $c-legacy-save 2>/dev/null; }
done
command -v ipset >/dev/null 2>&1 && { echo @ipset; $T ipset save 2>/dev/null; }
:
`

/** What the script printed; undefined where the rules may not be read. */
export function readFirewall(
  text: string,
  target: { port: number; from?: string; address?: string },
): Facts['firewall'] | undefined {
  // Names of parts with a digit are not this format's: the families are told apart before it is read.
  const part = sections(
    text.replaceAll(/^@(iptables|legacy)(6?)-$/gm, (_, name, six) => `@${name}-${six ? 'six' : 'four'}`),
  )
  if (part('uid')[0] !== '0') return undefined
  const json = part('nft').join('\n')
  const nft = json === '' ? undefined : readNftJson(json)
  const sets = readIpsetSave(part('ipset').join('\n'))
  const saved = (['four', 'six'] as const).flatMap((family) =>
    ['iptables', 'legacy'].flatMap((name) =>
      readIptablesSave(part(`${name}-${family}`).join('\n'), family === 'four' ? 4 : 6, sets),
    ),
  )
  if (part('nft-code').length > 0 && nft === undefined) return { tools: ['nft'], verdict: 'unknown' }
  // Of a table both have, iptables says more: nft shows no parameters of iptables' own conditions.
  const tables = [
    ...(nft ?? []).filter(({ family, name }) => !saved.some((each) => each.family === family && each.name === name)),
    ...saved,
  ]
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
  const verdict = judge(tables, {
    family,
    port: target.port,
    to,
    ...(from !== undefined && { from }),
    ...(device !== undefined && { device }),
  })
  return {
    tools: toolsOf(tables, saved, json),
    verdict: verdict.verdict,
    ...(verdict.rule !== undefined && { rule: visible(verdict.rule, 300) }),
  }
}

function toolsOf(tables: readonly Table[], saved: readonly Table[], json: string): string[] {
  const tools = new Set<string>()
  for (const table of tables) {
    if (![...table.chains.values()].some(({ rules, base }) => rules.length > 0 || base?.policy === 'drop')) continue
    if (table.name === 'firewalld') tools.add('firewalld')
    else if (table.name.startsWith('f2b-')) tools.add('fail2ban')
    else if (table.name.startsWith('crowdsec')) tools.add('crowdsec')
    else if (table.name.startsWith('sshguard')) tools.add('sshguard')
    else {
      const names = [...table.chains.keys()]
      if (names.some((name) => name.startsWith('ufw6-') || name.startsWith('ufw-'))) tools.add('ufw')
      else if (names.some((name) => /^IN_public|^INPUT_ZONES/.test(name))) tools.add('firewalld')
      else tools.add(saved.includes(table) || hasExtensions(json) ? 'iptables' : 'nft')
    }
  }
  return [...tools]
}

/** The address the target is asked at, where it is known. */
function addressOf({ facts, target }: ProbeContext): string | undefined {
  const host = known(facts, 'ssh-config')?.host ?? target.host
  return isIP(host) ? host : known(facts, 'name-lookup')?.addresses[0]?.address
}

export default {
  id: 'firewall',
  needs: 'shell',
  asks: "what does the server's own firewall do with you?",
  cost: { seconds: 0.4, connections: 0, load: 0.05 },
  decides: ['firewall'],
  applies: () => true,
  async run(context) {
    const { stdout } = await shell(context, SCRIPT, [context.from ?? ''], { sudo: true, maxBytes: 16 << 20 })
    const address = addressOf(context)
    const value = readFirewall(stdout, {
      port: portOf(context.facts, context.target),
      ...(context.from !== undefined && { from: context.from }),
      ...(address !== undefined && { address }),
    })
    if (!value) throw new Unanswered('only root may read the firewall of the server')
    return value
  },
} satisfies Probe<'firewall'>
