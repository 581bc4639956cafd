import { bytesOf, printAddress } from './networks.ts'
import { matchPattern } from './patterns.ts'
import { atLeast, type Release } from './release.ts'
import { INT_MAX, strtonum } from './strtonum.ts'

/** Address lists of addrmatch.c and addr.c, OpenSSH 9.2 to 10.5. Addresses are their 4 or 16 bytes. */
type Address = readonly number[]

/** As getaddrinfo with AI_NUMERICHOST: every form of inet_aton counts, `127.1` and `0x7f000001` too. */
export function parseNumericHost(text: string): Address | undefined {
  const v4 = inetAton(text)
  if (v4) return v4
  return text.includes(':') && !text.endsWith('%') ? bytesOf(text) : undefined
}

function inetAton(text: string): number[] | undefined {
  const parts = text.split('.')
  if (parts.length > 4) return undefined
  const values: number[] = []
  for (const part of parts) {
    if (/^0[xX][0-9a-fA-F]+$/.test(part)) values.push(Number.parseInt(part.slice(2), 16))
    else if (/^0[0-7]*$/.test(part)) values.push(Number.parseInt(part, 8))
    else if (/^[1-9]\d*$/.test(part)) values.push(Number(part))
    else return undefined
  }
  const last = values.pop()!
  if (values.some((v) => v > 255) || last >= 256 ** (4 - values.length)) return undefined
  const bytes = [...values]
  for (let i = 3 - values.length; i >= 0; i--) bytes.push(Math.floor(last / 256 ** i) % 256)
  return bytes
}

/** How `sshd -T` prints a listening address: inet_ntop, IPv6 in brackets. */
export function printListenAddress(bytes: Address): string {
  return bytes.length === 4 ? printAddress(bytes) : `[${printAddress(bytes)}]`
}

/** addr_pton_cidr: an address with the length of its mask; -1 where it is none, -2 where the mask does not fit it. */
function parseCidr(text: string, release: Release): { address: Address; mask: number } | -1 | -2 {
  if (text.length >= 64) return -1
  const slash = text.indexOf('/')
  const address = parseNumericHost(slash < 0 ? text : text.slice(0, slash))
  let mask: number | undefined
  if (slash >= 0) {
    const digits = text.slice(slash + 1)
    // strtoul up to 9.7, which knows 128 for a bound; strtonum from 9.8 on, which leaves that to the address.
    const number = atLeast(release, [9, 8]) ? strtonum(digits, 0, INT_MAX) : /^\d+$/.test(digits) && Number(digits)
    if (typeof number !== 'number' || (number > 128 && !atLeast(release, [9, 8]))) return -1
    mask = number
  }
  if (!address) return -1
  const bits = address.length * 8
  mask ??= bits
  if (mask > bits) return -2
  for (let bit = mask; bit < bits; bit++) if (bitOf(address, bit)) return -2
  return { address, mask }
}

function bitOf(bytes: Address, bit: number): boolean {
  return ((bytes[bit >> 3]! >> (7 - (bit & 7))) & 1) === 1
}

function within(address: Address, net: Address, mask: number): boolean {
  if (address.length !== net.length) return false
  for (let bit = 0; bit < mask; bit++) if (bitOf(address, bit) !== bitOf(net, bit)) return false
  return true
}

/**
 * addr_match_list: 1 where the address is in the list, -1 where a negated entry holds it, 0 otherwise, -2 where the list is
 * no list. Without an address: 0 or -2, the syntax alone.
 */
export function matchAddressList(address: string | undefined, list: string, release: Release): 1 | 0 | -1 | -2 {
  const asked = address === undefined ? undefined : parseNumericHost(address)
  if (address !== undefined && !asked) return 0
  let found = false
  for (const entry of list.split(',')) {
    const negated = entry.startsWith('!')
    const text = negated ? entry.slice(1) : entry
    if (text === '') return -2
    const cidr = parseCidr(text, release)
    if (cidr === -2) return -2
    let hit = false
    if (address !== undefined && asked) {
      hit = cidr === -1 ? matchPattern(address, text) : within(asked, cidr.address, cidr.mask)
    }
    if (!hit) continue
    if (negated) return -1
    found = true
  }
  return found ? 1 : 0
}
