import ipaddr from 'ipaddr.js'

/**
 * Addresses and networks as programs print them: dotted quads and IPv6. What sshd_config takes beside that (`127.1`, negation,
 * wildcards) stands in address-list.ts.
 */

/** The name of an interface behind an address; anything else there is no zone but somebody's words, on their way into a command. */
const ZONE = /%[\w.-]{1,15}$/

/** The 4 or 16 bytes of an address; its zone is dropped. Undefined for a name, nonsense and the short forms of IPv4. */
export function bytesOf(text: string): number[] | undefined {
  if (!text.includes(':'))
    return ipaddr.IPv4.isValidFourPartDecimal(text) ? ipaddr.parse(text).toByteArray() : undefined
  // ipaddr.js reads `::192.0.2.1` as a mapped address, which it is not: the last two groups are spelled in hex for it.
  const bare = text.replace(ZONE, '').replace(/(?<=:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (whole) => groupsOf(whole) ?? whole)
  return ipaddr.IPv6.isValid(bare) ? ipaddr.parse(bare).toByteArray() : undefined
}

function groupsOf(quad: string): string | undefined {
  const bytes = bytesOf(quad)
  return bytes && [0, 2].map((i) => (bytes[i]! * 256 + bytes[i + 1]!).toString(16)).join(':')
}

/** One whole address, and not one of the short forms inet_aton(3) takes. */
export const isAddress = (text: string): boolean => bytesOf(text) !== undefined

const MAPPED = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]

/** IPv4 within IPv6 (`::ffff:192.0.2.1`) is the IPv4 address it is. */
const unmapped = (bytes: readonly number[]): readonly number[] =>
  bytes.length === 16 && MAPPED.every((byte, i) => bytes[i] === byte) ? bytes.slice(12) : bytes

/** One spelling for every address, so that two can be compared; undefined for what is no address. Zones are dropped. */
export function canonicalAddress(text: string): string | undefined {
  const bytes = bytesOf(text)
  return bytes && printAddress(unmapped(bytes))
}

/** inet_ntop(3) of glibc: the longest run of zeroes once, IPv4 at the end only for mapped and compatible addresses. */
export function printAddress(bytes: readonly number[]): string {
  if (bytes.length === 4) return bytes.join('.')
  const words = Array.from({ length: 8 }, (_, i) => bytes[i * 2]! * 256 + bytes[i * 2 + 1]!)
  let best = { at: -1, length: 1 }
  for (let i = 0; i < 8; i++) {
    let n = 0
    while (i + n < 8 && words[i + n] === 0) n++
    if (n > best.length) best = { at: i, length: n }
    if (n > 0) i += n
  }
  const embeds = best.at === 0 && (best.length === 6 || (best.length === 5 && words[5] === 0xffff))
  const shown = embeds ? words.slice(0, 6) : words
  const tail = embeds ? [bytes.slice(12).join('.')] : []
  const text = (part: readonly number[]) => part.map((w) => w.toString(16))
  if (best.at < 0) return [...text(shown), ...tail].join(':')
  const head = text(shown.slice(0, best.at)).join(':')
  const end = [...text(shown.slice(Math.min(best.at + best.length, shown.length))), ...tail].join(':')
  return `${head}::${end}`
}

/** Whether an address lies in a range, both ends included; undefined where one of the three is no address. */
export function inRange(address: string, first: string, last: string): boolean | undefined {
  const [it, low, high] = [bytesOf(address), bytesOf(first), bytesOf(last)]
  if (!it || !low || !high) return undefined
  if (it.length !== low.length || it.length !== high.length) return false
  return compareBytes(low, it) <= 0 && compareBytes(it, high) <= 0
}

function compareBytes(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((byte, i) => byte !== b[i])
  return at < 0 ? 0 : a[at]! - b[at]!
}

/** Whether an address lies in `network`: an address alone, `address/bits` or `address/mask`; undefined for what is neither. */
export function inNetwork(address: string, network: string): boolean | undefined {
  const [base = '', length] = network.split('/', 2)
  const [it, net] = [bytesOf(address), bytesOf(base)]
  const mask = net && readMask(length ?? String(net.length * 8), net.length)
  if (!it || !net || !mask) return undefined
  return it.length === net.length && net.every((byte, i) => (byte & mask[i]!) === (it[i]! & mask[i]!))
}

/** `24` or `255.255.255.0` for so many bytes of address. */
function readMask(text: string, size: number): readonly number[] | undefined {
  if (/^\d{1,3}$/.test(text)) return Number(text) <= size * 8 ? maskOf(Number(text), size) : undefined
  const mask = bytesOf(text)
  return mask?.length === size ? mask : undefined
}

/** The bytes of a mask of `bits` bits. */
export function maskOf(bits: number, size: number): number[] {
  return Array.from({ length: size }, (_, i) => 0xff & (0xff00 >> Math.min(8, Math.max(0, bits - 8 * i))))
}

/**
 * The network block of an address, as sshd counts sources (srclimit.c, PerSourceNetBlockSize): the address of its first bits with
 * their number behind a slash; undefined for a name, nonsense or a length no address has. A mapped address is its IPv4 one.
 */
export function blockOf(address: string, bits: number): string | undefined {
  const whole = bytesOf(address)
  const bytes = whole && unmapped(whole)
  if (!bytes || !Number.isInteger(bits) || bits < 0 || bits > bytes.length * 8) return undefined
  const mask = maskOf(bits, bytes.length)
  return `${printAddress(bytes.map((byte, i) => byte & mask[i]!))}/${bits}`
}

const V4 = /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/
const GROUP = String.raw`[\da-f]{1,4}`
const SHORTEST = String.raw`(0|[1-9a-f][\da-f]{0,3})`
/** Most addresses as getnameinfo writes them, with their first groups: ipaddr.js takes fifty times as long, and there are thousands. */
const V6 = new RegExp(
  `^${SHORTEST}:${SHORTEST}(?::${SHORTEST}(?:(?::${GROUP}){5}|(?::${GROUP})?::(?:${GROUP}(?::${GROUP}){0,2})?)` +
    `|::(?:${GROUP}(?::${GROUP}){0,4})?)$`,
)

/** `203.0.113.0/24`, `2001:db8:7::/48`: what one customer is usually given. Undefined for a name or nonsense. */
export function customerNetwork(address: string): string | undefined {
  if (!address.includes(':')) return V4.test(address) ? `${address.slice(0, address.lastIndexOf('.'))}.0/24` : undefined
  const plain = V6.exec(address)
  if (plain) return prefixOf(plain[1]!, plain[2]!, plain[3] ?? '0')
  const bytes = bytesOf(address)
  if (!bytes) return undefined
  const [a = '0', b = '0', c = '0'] = [0, 2, 4].map((i) => (bytes[i]! * 256 + bytes[i + 1]!).toString(16))
  return prefixOf(a, b, c)
}

const prefixOf = (a: string, b: string, c: string): string =>
  `${c !== '0' ? `${a}:${b}:${c}` : b !== '0' ? `${a}:${b}` : a !== '0' ? a : ''}::/48`

/** Of this machine itself; also as an IPv6 socket sees IPv4. */
export const isLoopback = (address: string): boolean => /^(?:127\.|::1$|::ffff:127\.)/i.test(address)

/** Private, loopback, link-local or behind a carrier's NAT (RFC 6598; Tailscale's too): nobody on the internet can come from there. */
export function isPrivate(address: string): boolean {
  if (/^(10\.|127\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address)) return true
  if (/^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(address)) return true
  return address === '::1' || /^f[cd][0-9a-f]{2}:|^fe[89ab][0-9a-f]:/i.test(address)
}
