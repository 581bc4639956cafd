/** The ten name-lists of SSH_MSG_KEXINIT but for the two of languages, which nobody uses (RFC 4253 7.1). */
export interface KexLists {
  kex: string[]
  hostKey: string[]
  ciphersToServer: string[]
  ciphersToClient: string[]
  macsToServer: string[]
  macsToClient: string[]
  compressionToServer: string[]
  compressionToClient: string[]
}

/** SSH_MSG_KEXINIT (RFC 4253 12). */
const KEXINIT = 20
const COOKIE_BYTES = 16
/** Type, cookie; then ten name-lists; then first_kex_packet_follows and a reserved uint32. */
const LISTS_AT = 1 + COOKIE_BYTES
const LISTS = 10
const TRAILER_BYTES = 5
/** Packet length, padding length (RFC 4253 6). */
const HEADER_BYTES = 5
/** Without a cipher the block is 8 bytes; there are at least 4 of padding (RFC 4253 6). */
const BLOCK = 8
const LEAST_PADDING = 4
/**
 * What every implementation must take (RFC 4253 6.1). OpenSSH's own limit is 256 KiB (PACKET_MAX_SIZE, packet.c 9.2
 * and 10.0), but no KEXINIT comes near either, so the lower one tells a stranger's bytes sooner.
 */
const LARGEST_PACKET = 35000

/** Leaves room to end a name and pad below LARGEST_PACKET. */
const LARGEST_WANTED = LARGEST_PACKET - 100

const ORDER: readonly (keyof KexLists)[] = [
  'kex',
  'hostKey',
  'ciphersToServer',
  'ciphersToClient',
  'macsToServer',
  'macsToClient',
  'compressionToServer',
  'compressionToClient',
]

/**
 * An unencrypted binary packet (RFC 4253 6): uint32 length, byte padding length, payload, padding.
 * `padding` gives the filler bytes, zeros otherwise; it is repeated or cut to fit.
 */
export function buildPacket(payload: Uint8Array, padding?: Uint8Array): Uint8Array {
  const fill = LEAST_PADDING + ((BLOCK - ((HEADER_BYTES + payload.length + LEAST_PADDING) % BLOCK)) % BLOCK)
  const packet = new Uint8Array(HEADER_BYTES + payload.length + fill)
  const view = new DataView(packet.buffer)
  view.setUint32(0, packet.length - 4)
  packet[4] = fill
  packet.set(payload, HEADER_BYTES)
  if (padding?.length)
    for (let i = 0; i < fill; i++) packet[HEADER_BYTES + payload.length + i] = padding[i % padding.length] ?? 0
  return packet
}

/** The payload of an SSH_MSG_KEXINIT (RFC 4253 7.1). Lists left out are empty; the cookie is zeros unless given 16 bytes. */
export function buildKexinit(lists: Partial<KexLists>, cookie?: Uint8Array): Uint8Array {
  const names = ORDER.map((key) => new TextEncoder().encode((lists[key] ?? []).join(',')))
  names.push(new Uint8Array(0), new Uint8Array(0))
  const payload = new Uint8Array(LISTS_AT + names.reduce((sum, name) => sum + 4 + name.length, 0) + TRAILER_BYTES)
  const view = new DataView(payload.buffer)
  payload[0] = KEXINIT
  if (cookie) payload.set(cookie.subarray(0, COOKIE_BYTES), 1)
  let at = LISTS_AT
  for (const name of names) {
    view.setUint32(at, name.length)
    payload.set(name, at + 4)
    at += 4 + name.length
  }
  return payload
}

/** The name-lists of a KEXINIT payload (RFC 4253 7.1); null where the bytes are none. Names are bytes read as Latin-1, unchecked. */
export function parseKexinit(payload: Uint8Array): KexLists | null {
  if (payload.length > LARGEST_PACKET || payload[0] !== KEXINIT) return null
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength)
  const text = new TextDecoder('latin1')
  const lists: string[][] = []
  let at = LISTS_AT
  for (let i = 0; i < LISTS; i++) {
    if (at + 4 > payload.length) return null
    const length = view.getUint32(at)
    if (length > payload.length - at - 4) return null
    const names = text.decode(payload.subarray(at + 4, at + 4 + length))
    lists.push(names === '' ? [] : names.split(','))
    at += 4 + length
  }
  if (at + TRAILER_BYTES > payload.length) return null
  const list = (i: number) => lists[i] ?? []
  return {
    kex: list(0),
    hostKey: list(1),
    ciphersToServer: list(2),
    ciphersToClient: list(3),
    macsToServer: list(4),
    macsToClient: list(5),
    compressionToServer: list(6),
    compressionToClient: list(7),
  }
}

export type PacketReading =
  | { state: 'need-more' }
  | { state: 'packet'; payload: Uint8Array; size: number }
  | { state: 'not-ssh'; why: string }

/**
 * The first unencrypted packet at the start of the bytes (RFC 4253 6). `size` is the whole packet's, in bytes.
 * Lengths `ssh_packet_read_poll2` (packet.c) would call bad are `not-ssh`; above 35000 bytes already, see LARGEST_PACKET.
 */
export function readPacket(bytes: Uint8Array): PacketReading {
  if (bytes.length < 4) return { state: 'need-more' }
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0)
  if (length < 5) return { state: 'not-ssh', why: `packet length ${length} is below 5` }
  if (length > LARGEST_PACKET) return { state: 'not-ssh', why: `packet length ${length} is above ${LARGEST_PACKET}` }
  if ((length + 4) % BLOCK !== 0)
    return { state: 'not-ssh', why: `packet of ${length + 4} bytes is not a multiple of ${BLOCK}` }
  if (bytes.length < 5) return { state: 'need-more' }
  const padding = bytes[4] ?? 0
  if (padding < LEAST_PADDING || padding > length - 2)
    return { state: 'not-ssh', why: `padding of ${padding} bytes in a packet of ${length}` }
  const size = length + 4
  if (bytes.length < size) return { state: 'need-more' }
  return { state: 'packet', payload: bytes.slice(HEADER_BYTES, size - padding), size }
}

/** RFC 4251 6 lets anybody make names below their own domain; `.invalid` is nobody's. */
const NOBODYS = 'none-sshmedic@example.invalid'

/**
 * A whole packet with a KEXINIT of names nobody implements, at least `size` bytes in all (34900 at most), so that a
 * server ends the negotiation when it has read it: `kex_choose_conf` (kex.c) fails on the first list.
 */
export function unmatchableKexinit(size: number): Uint8Array {
  const wanted = Math.min(size, LARGEST_WANTED)
  const lists: KexLists = {
    kex: [NOBODYS],
    hostKey: [NOBODYS],
    ciphersToServer: [NOBODYS],
    ciphersToClient: [NOBODYS],
    macsToServer: [NOBODYS],
    macsToClient: [NOBODYS],
    compressionToServer: ['none'],
    compressionToClient: ['none'],
  }
  // With the least padding, since what is added may turn out to need no more than that.
  const smallest = HEADER_BYTES + buildKexinit(lists).length + LEAST_PADDING
  // A comma and a numbered name at a time; RFC 4251 6 ends a name at 64 characters, so one long name will not do.
  for (let missing = wanted - smallest, i = 0; missing > 0; i++) {
    const name = `none-sshmedic-${i}@example.invalid`
    lists.kex.push(name)
    missing -= name.length + 1
  }
  return buildPacket(buildKexinit(lists))
}
