import ipaddr from 'ipaddr.js'
import type { Network, Source } from './types.ts'

const V4 = /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/
const GROUP = String.raw`[\da-f]{1,4}`
const SHORTEST = String.raw`(0|[1-9a-f][\da-f]{0,3})`
/** Most addresses as getnameinfo writes them, with their first groups: ipaddr.js takes fifty times as long, and there are thousands. */
const V6 = new RegExp(
  `^${SHORTEST}:${SHORTEST}(?::${SHORTEST}(?:(?::${GROUP}){5}|(?::${GROUP})?::(?:${GROUP}(?::${GROUP}){0,2})?)` +
    `|::(?:${GROUP}(?::${GROUP}){0,4})?)$`,
)

/** `203.0.113.0/24`, `2001:db8:7::/48`: what one customer is usually given. Undefined for a name or nonsense. */
export function networkOf(address: string): string | undefined {
  if (!address.includes(':')) return V4.test(address) ? `${address.slice(0, address.lastIndexOf('.'))}.0/24` : undefined
  const plain = V6.exec(address)
  if (plain) return prefixOf(plain[1]!, plain[2]!, plain[3] ?? '0')
  try {
    const parsed = ipaddr.parse(address.replace(/%.*$/, ''))
    if (parsed.kind() !== 'ipv6') return undefined
    const [a = 0, b = 0, c = 0] = (parsed as { parts: number[] }).parts
    return prefixOf(a.toString(16), b.toString(16), c.toString(16))
  } catch {
    return undefined
  }
}

const prefixOf = (a: string, b: string, c: string): string =>
  `${c !== '0' ? `${a}:${b}:${c}` : b !== '0' ? `${a}:${b}` : a !== '0' ? a : ''}::/48`

/** Private, loopback, link-local or behind a carrier's NAT (RFC 6598; Tailscale's too): nobody on the internet can come from there. */
export function isPrivate(address: string): boolean {
  if (/^(10\.|127\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address)) return true
  if (/^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(address)) return true
  return address === '::1' || /^f[cd][0-9a-f]{2}:|^fe[89ab][0-9a-f]:/i.test(address)
}

/** Networks with more than one address that failed or was dropped, the most burdensome first. */
export function networksOf(sources: readonly Source[]): Network[] {
  // Of most networks there is one address: only those that have a second are spelled and summed up.
  const firsts = new Map<string | number, Source | Network>()
  const networks: Network[] = []
  for (const source of sources) {
    const key = networkKey(source.address)
    if (key === undefined) continue
    const known = firsts.get(key)
    if (!known) {
      firsts.set(key, source)
      continue
    }
    let sum: Network
    if ('network' in known) sum = known
    else {
      sum = { network: networkOf(source.address)!, addresses: 0, failures: 0, accepted: 0, drops: 0 }
      firsts.set(key, sum)
      networks.push(sum)
      add(sum, known)
    }
    add(sum, source)
  }
  return networks
    .filter(({ failures, drops }) => failures + drops > 0)
    .sort((a, b) => b.failures + b.drops - (a.failures + a.drops))
}

function add(sum: Network, source: Source): void {
  sum.addresses += 1
  sum.failures += source.failures
  sum.accepted += source.accepted
  sum.drops += source.drops + source.perSource
}

const [DOT, DIGIT_0] = [46, 48]

/** What addresses of one network have in common: a number for IPv4, which is found ten times as fast as its spelling. */
function networkKey(address: string): string | number | undefined {
  let [key, part, dots, digits] = [0, 0, 0, 0]
  for (let i = 0; i < address.length; i++) {
    const c = address.charCodeAt(i)
    if (c === DOT) {
      // A zero in front is no spelling of sshd's: such are told apart by their letters.
      if (digits === 0 || digits > 3) return networkOf(address)
      dots++
      key = key * 1000 + part
      part = digits = 0
    } else if (c >= DIGIT_0 && c < DIGIT_0 + 10 && (digits === 0 || part > 0 || dots === 3)) {
      part = part * 10 + c - DIGIT_0
      digits++
    } else return networkOf(address)
  }
  return dots === 3 && digits > 0 && digits < 4 ? key : networkOf(address)
}
