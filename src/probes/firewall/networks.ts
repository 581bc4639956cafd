import ipaddr from 'ipaddr.js'

/** An address as a number, with the family: `4:` or `6:` keep the two apart. */
interface Point {
  family: 4 | 6
  value: bigint
}

function point(text: string): Point | undefined {
  const bare = text.replace(/%.*$/, '')
  if (!ipaddr.isValid(bare) || (!bare.includes(':') && !/^\d{1,3}(?:\.\d{1,3}){3}$/.test(bare))) return undefined
  const bytes = ipaddr.parse(bare).toByteArray()
  return {
    family: bytes.length === 4 ? 4 : 6,
    value: bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n),
  }
}

/** Whether an address lies in a range, both ends included; undefined where one of the three is no address. */
export function inRange(address: string, first: string, last: string): boolean | undefined {
  const [it, low, high] = [point(address), point(first), point(last)]
  if (!it || !low || !high) return undefined
  return it.family === low.family && it.family === high.family && it.value >= low.value && it.value <= high.value
}

/** Whether an address lies in `network`: an address alone, `address/bits` or `address/mask`; undefined for what is neither. */
export function inNetwork(address: string, network: string): boolean | undefined {
  const [base = '', length] = network.split('/', 2)
  const [it, low] = [point(address), point(base)]
  if (!it || !low) return undefined
  const size = low.family === 4 ? 32 : 128
  const mask = length === undefined ? bitsMask(size, size) : maskOf(length, size)
  if (mask === undefined) return undefined
  return it.family === low.family && (it.value & mask) === (low.value & mask)
}

function maskOf(text: string, size: number): bigint | undefined {
  if (/^\d{1,3}$/.test(text)) return Number(text) <= size ? bitsMask(Number(text), size) : undefined
  const mask = point(text)
  return mask && (mask.family === 4) === (size === 32) ? mask.value : undefined
}

function bitsMask(bits: number, size: number): bigint {
  const all = (1n << BigInt(size)) - 1n
  return all ^ (all >> BigInt(bits))
}
