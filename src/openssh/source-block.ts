import ipaddr from 'ipaddr.js'

/**
 * The network block of an address, as sshd counts sources (srclimit.c, PerSourceNetBlockSize): its first bits in hex, the family in
 * front; undefined for a name, nonsense or a length no address has. A mapped address (`::ffff:192.0.2.7`) is its IPv4 one.
 */
export function blockOf(address: string, bits: number): string | undefined {
  const plain = address.replace(/%.*$/, '')
  if (!ipaddr.isValid(plain) || (!plain.includes(':') && !/^\d+\.\d+\.\d+\.\d+$/.test(plain))) return undefined
  const parsed = ipaddr.process(plain)
  const bytes = parsed.toByteArray()
  if (!Number.isInteger(bits) || bits < 0 || bits > bytes.length * 8) return undefined
  const kept = bytes.map((byte, i) => byte & (0xff00 >> Math.min(8, Math.max(0, bits - i * 8))) & 0xff)
  return `${parsed.kind()} ${kept.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
