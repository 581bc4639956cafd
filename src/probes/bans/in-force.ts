// What the ban tools have put into the firewall.
import { visible } from '../../core/visible.ts'
import { parseJson } from '../firewall/nft-json.ts'
import { bare, type Json, member, word } from '../firewall/nft-values.ts'
import { addressIn, type Ban, iso } from './ban.ts'

const toolOf = (name: string): string | undefined => {
  if (/f2b|fail2ban/i.test(name)) return 'fail2ban'
  if (/sshg/i.test(name)) return 'sshguard'
  return /crowdsec/i.test(name) ? 'crowdsec' : undefined
}

/** Sets of nft that are a ban tool's by their name, or their table's; `now` in seconds. */
export function setsOfNft(text: string, now: number | undefined): Ban[] {
  const all = member(parseJson(text), 'nftables')
  if (!Array.isArray(all)) return []
  return all.flatMap((entry) => {
    const set = member(entry, 'set')
    const elements = member(set, 'elem')
    const name = `${word(member(set, 'table'))} ${word(member(set, 'name'))}`
    const tool = toolOf(name)
    if (tool === undefined || !Array.isArray(elements)) return []
    return elements.flatMap((element) => {
      const address = addressIn(elementText(bare(element)))
      if (address === undefined) return []
      const expires = member(member(element, 'elem'), 'expires')
      const until = typeof expires === 'number' && now !== undefined ? iso((now + expires) * 1000) : undefined
      return [{ tool, holder: { kind: 'set' as const, name: visible(name, 100) }, address, ...(until && { until }) }]
    })
  })
}

function elementText(value: Json): string {
  const prefix = member(value, 'prefix')
  if (prefix !== undefined) return `${word(member(prefix, 'addr'))}/${word(member(prefix, 'len'))}`
  const range = member(value, 'range')
  return Array.isArray(range) ? range.map(word).join('-') : word(value)
}

/** Rules of iptables-save in a ban tool's chain. */
export function rulesOfIptables(lines: readonly string[]): Ban[] {
  return lines.flatMap((line) => {
    const m = /^-A (\S{1,60}) .*?-s (\S{2,60}) .*-j (?:DROP|REJECT)/.exec(line)
    const tool = m && toolOf(m[1]!)
    const address = addressIn(m?.[2] ?? '')
    return m && tool && address !== undefined
      ? [{ tool, holder: { kind: 'chain' as const, name: visible(m[1]!, 100) }, address }]
      : []
  })
}

/** Entries of `ipset save` in a ban tool's set; `now` in seconds. */
export function setsOfIpset(lines: readonly string[], now: number | undefined): Ban[] {
  return lines.flatMap((line) => {
    const m = /^add (\S{1,60}) (\S{2,60})(?: timeout (\d{1,10}))?/.exec(line)
    const tool = m && toolOf(m[1]!)
    const address = addressIn(m?.[2] ?? '')
    if (!m || !tool || address === undefined) return []
    const until = m[3] && m[3] !== '0' && now !== undefined ? iso((now + Number(m[3])) * 1000) : undefined
    return [{ tool, holder: { kind: 'set' as const, name: visible(m[1]!, 100) }, address, ...(until && { until }) }]
  })
}
