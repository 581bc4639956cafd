import { matchHostAndAddress } from '../../openssh/host-patterns.ts'
import { NEWEST } from '../../openssh/release.ts'
import type { Facts } from '../../core/types.ts'

/** Why a key in the file is not taken. Values are the file's own words: `visible()` before they are kept. */
export type Bar = NonNullable<Facts['authorized-keys']['files'][number]['bars']>

/** Who comes with the key, when, and what sshd takes. */
export interface Bearer {
  address?: string
  /** Seconds since 1970, the server's clock or ours. */
  now: number
  /** PubkeyAcceptedAlgorithms as `sshd -T` prints it, none where it is not known. */
  algorithms?: readonly string[]
  /** RequiredRSASize. */
  rsaBits?: number
}

/** Every option sshd knows (auth-options.c, 6.x to 10.5); with another one in front it does not take the key at all. */
const KNOWN =
  /^(?:(?:no-)?(?:agent-forwarding|port-forwarding|pty|user-rc|x11-forwarding)|restrict|cert-authority|command|environment|expiry-time|from|permitlisten|permitopen|principals|tunnel|(?:no-)?touch-required|(?:no-)?verify-required)$/i

/** The server's zone is not known here: half a day and a little more lies between the first and the last. */
const ZONES = 14 * 3600

/**
 * Why sshd does not take a key that stands in authorized_keys from this bearer: its options, its algorithm or its length; undefined
 * where nothing is seen to bar it.
 */
export function barredBy(key: { type: string; blob: string; options?: string }, bearer: Bearer): Bar | undefined {
  for (const { name, value } of optionsOf(key.options ?? '')) {
    if (!KNOWN.test(name)) return { why: 'unknown-option', value: name }
    if (/^cert-authority$/i.test(name)) return { why: 'certificates-only' }
    // A name in the list could still be ours: then the answer stays open.
    if (/^from$/i.test(name) && matchHostAndAddress({ address: bearer.address }, value, NEWEST) === false)
      return { why: 'from', value, ...(bearer.address !== undefined && { address: bearer.address }) }
    const end = /^expiry-time$/i.test(name) ? timeOf(value) : undefined
    if (end !== undefined && bearer.now > end + ZONES) return { why: 'expired', value }
  }
  const { algorithms, rsaBits } = bearer
  const names = key.type === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'] : [key.type]
  if (algorithms && algorithms.length > 0 && !names.some((name) => algorithms.includes(name)))
    return { why: 'algorithm', value: names[0]! }
  const bits = key.type === 'ssh-rsa' ? rsaLength(key.blob) : undefined
  return bits !== undefined && rsaBits !== undefined && bits < rsaBits
    ? { why: 'rsa-size', bits, value: String(rsaBits) }
    : undefined
}

/** `name` or `name="value"`, separated by commas outside of quotes. */
function optionsOf(text: string): { name: string; value: string }[] {
  return [...text.matchAll(/([^,="\s]{1,60})(?:="((?:\\"|[^"]){0,4000})")?(?:,|$)/g)].map((m) => ({
    name: m[1]!,
    value: (m[2] ?? '').replaceAll('\\"', '"'),
  }))
}

/** misc.c parse_absolute_time: YYYYMMDD, with hours and minutes, with seconds, with a Z. Read as UTC; seconds since 1970. */
function timeOf(text: string): number | undefined {
  const m = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:Z|UTC)?$/i.exec(text)
  if (!m) return undefined
  const [year, month, day, hour = 0, minute = 0, second = 0] = m.slice(1).map((part) => Number(part ?? 0))
  return Date.UTC(year!, month! - 1, day!, hour, minute, second) / 1000
}

/** Bits of the modulus. RFC 4253 6.6: string "ssh-rsa", mpint e, mpint n. */
export function rsaLength(blob: string): number | undefined {
  const bytes = Buffer.from(blob, 'base64')
  let at = 0
  for (let field = 0; field < 3; field++) {
    if (at + 4 > bytes.length) return undefined
    const length = bytes.readUInt32BE(at)
    if (field === 2) {
      const first = bytes.subarray(at + 4, at + 4 + length).findIndex((byte) => byte !== 0)
      if (first < 0 || at + 4 + length > bytes.length) return undefined
      return (length - first - 1) * 8 + (32 - Math.clz32(bytes[at + 4 + first]!))
    }
    at += 4 + length
  }
  return undefined
}
