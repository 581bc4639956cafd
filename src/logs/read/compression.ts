/** What a file is, by its first bytes: names lie, and rotated logs are renamed. */
export type Compression = 'none' | 'gzip' | 'xz' | 'zstd' | 'journal' | 'bzip2' | 'lz4' | 'unknown-binary'

const MAGIC: readonly (readonly [Compression, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  // systemd's journal files begin so (journal-def.h HEADER_SIGNATURE).
  ['journal', [...'LPKSHHRH'].map((c) => c.charCodeAt(0))],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['lz4', [0x04, 0x22, 0x4d, 0x18]],
  ['unknown-binary', [0x7f, 0x45, 0x4c, 0x46]],
]

export function compressionOf(head: Uint8Array): Compression {
  const found = MAGIC.find(([, magic]) => magic.length <= head.length && magic.every((byte, i) => head[i] === byte))
  return found?.[0] ?? 'none'
}

/** Text has control characters here and there; programs, pictures and databases have them everywhere. NULs alone are a crash's. */
export function looksBinary(head: Uint8Array): boolean {
  let odd = 0
  let rest = 0
  for (const byte of head) {
    if (byte === 0) continue
    rest++
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd++
  }
  return rest > 0 && odd * 10 > rest
}
