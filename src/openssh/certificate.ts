/** What an OpenSSH certificate says of itself (PROTOCOL.certkeys); nothing here checks its signature. */
export interface Certificate {
  /** `ssh-ed25519-cert-v01@openssh.com`. */
  type: string
  of: 'user' | 'host'
  keyId: string
  /** The users (or hosts) it is for; of a user's certificate none means nobody (since 5.6 sshd takes no such one). */
  principals: string[]
  /** Seconds since 1970. */
  validAfter: number
  /** Seconds since 1970; Infinity for ever. */
  validBefore: number
  /** Critical option `source-address`. */
  sources?: string[]
  /** The public key of the authority, as it stands in the certificate. */
  authority: Uint8Array
}

/** Strings between the nonce and the serial number, which are the key itself (sshkey.c cert_parse). */
const KEY_FIELDS: readonly [RegExp, number][] = [
  [/^ssh-ed25519-cert-/, 1],
  [/^ssh-rsa-cert-|^rsa-sha2-(?:256|512)-cert-/, 2],
  [/^ecdsa-sha2-nistp(?:256|384|521)-cert-/, 2],
  [/^ssh-dss-cert-/, 4],
  [/^sk-ssh-ed25519-cert-/, 2],
  [/^sk-ecdsa-sha2-nistp256-cert-/, 3],
]

/** Fields as RFC 4251 writes them, each of them bounded by what is there. */
class Fields {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  u32(): number | undefined {
    if (this.left < 4) return undefined
    const at = this.#at
    this.#at += 4
    return new DataView(this.#bytes.buffer, this.#bytes.byteOffset).getUint32(at)
  }

  /** Whole numbers up to 2⁵³; what is larger is as good as Infinity for a date. */
  u64(): number | undefined {
    const [high, low] = [this.u32(), this.u32()]
    return high === undefined || low === undefined ? undefined : high > 0x1f_ffff ? Infinity : high * 2 ** 32 + low
  }

  string(): Uint8Array | undefined {
    const length = this.u32()
    if (length === undefined || length > this.left) return undefined
    const from = this.#at
    this.#at += length
    return this.#bytes.subarray(from, this.#at)
  }

  text(): string | undefined {
    const bytes = this.string()
    return bytes && new TextDecoder().decode(bytes)
  }
}

const MOST = 1000

function texts(bytes: Uint8Array): string[] | undefined {
  const fields = new Fields(bytes)
  const found: string[] = []
  while (fields.left > 0 && found.length < MOST) {
    const text = fields.text()
    if (text === undefined) return undefined
    found.push(text)
  }
  return found
}

/** A critical option is a name and a string that holds a string. */
function sourcesIn(critical: Uint8Array): string[] | undefined {
  const fields = new Fields(critical)
  for (let i = 0; fields.left > 0 && i < MOST; i++) {
    const [name, data] = [fields.text(), fields.string()]
    if (name === undefined || data === undefined) return undefined
    if (name === 'source-address') return new Fields(data).text()?.split(',')
  }
  return undefined
}

/** Reads the decoded middle of a line of KEY-cert.pub; undefined where it is no certificate, or not whole. */
export function readCertificate(blob: Uint8Array): Certificate | undefined {
  const fields = new Fields(blob)
  const type = fields.text()
  const count = type === undefined ? undefined : KEY_FIELDS.find(([pattern]) => pattern.test(type))?.[1]
  if (type === undefined || count === undefined) return undefined
  for (let i = 0; i <= count; i++) if (fields.string() === undefined) return undefined
  fields.u64()
  const [of, keyId, names] = [fields.u32(), fields.text(), fields.string()]
  const [validAfter, validBefore] = [fields.u64(), fields.u64()]
  const [critical, , , authority] = [fields.string(), fields.string(), fields.string(), fields.string()]
  const principals = names && texts(names)
  if (keyId === undefined || !principals || !critical || !authority) return undefined
  if (validAfter === undefined || validBefore === undefined || (of !== 1 && of !== 2)) return undefined
  const sources = sourcesIn(critical)
  return {
    type,
    of: of === 1 ? 'user' : 'host',
    keyId,
    principals,
    validAfter,
    validBefore,
    ...(sources && { sources }),
    authority,
  }
}
