import type { Place, Table } from './ruleset.ts'

/** By what a table was written: nft's own words, or iptables, of which a machine may have two. */
export type Writer = 'nft' | 'iptables' | 'iptables-legacy'

const BY_TABLE: readonly [RegExp, string][] = [
  [/^firewalld/, 'firewalld'],
  [/^f2b-/, 'fail2ban'],
  [/^crowdsec/, 'crowdsec'],
  [/^sshguard/, 'sshguard'],
]

const BY_CHAIN: readonly [RegExp, string][] = [
  [/^ufw6?-/, 'ufw'],
  [/^(?:IN_public|INPUT_ZONES|IN_[a-z]+_(?:deny|allow)$)/, 'firewalld'],
  [/^(?:shorewall$|net-fw$|dynamic$)/, 'shorewall'],
]

/** Ban tools put chains and sets of their own into tables of others. */
const GUEST: readonly [RegExp, string][] = [
  [/^(?:f2b-|fail2ban)|--match-set (?:f2b-|fail2ban)|--name f2b-/, 'fail2ban'],
  [/^sshguard$|--match-set sshguard/, 'sshguard'],
  [/^CROWDSEC|--match-set crowdsec/, 'crowdsec'],
]

/** The tool whose table it is. */
export function toolOfTable({ name, chains }: Table, writer: Writer): string {
  for (const [pattern, tool] of BY_TABLE) if (pattern.test(name)) return tool
  const names = [...chains.keys()]
  for (const [pattern, tool] of BY_CHAIN) if (names.some((each) => pattern.test(each))) return tool
  return writer
}

/** The tool that put a rule where it is. */
export function toolOfRule({ table, chain, text }: Place, writer: Writer): string {
  for (const [pattern, tool] of GUEST) if (pattern.test(chain) || pattern.test(text)) return tool
  return toolOfTable(table, writer)
}

/** Whether a table could refuse anything, or sends packets elsewhere. */
export function isInUse({ chains }: Table): boolean {
  return [...chains.values()].some(({ rules, base }) => rules.length > 0 || base?.policy === 'drop')
}

/** The zone of firewalld a packet came into, where it left its chains' names behind. */
export function zoneOf({ way }: Place): string | undefined {
  return way
    .flatMap((chain) => {
      const zone = /^(?:filter_)?IN_([\w-]{1,40}?)(?:_(?:pre|log|deny|allow|post))?$/.exec(chain)?.[1]
      return zone === undefined || zone === 'POLICIES' ? [] : [zone]
    })
    .at(-1)
}
