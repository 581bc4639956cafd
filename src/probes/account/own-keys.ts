import { open } from 'node:fs/promises'
import { known } from '../../core/probe.ts'
import type { FactSheet } from '../../core/types.ts'

const LONGEST = 64 * 1024

/** Public keys, base64 without padding. */
export interface OwnKeys {
  blobs: string[]
  /** No key but these would be offered: no agent has others, and none of the files kept its public half to itself. */
  all: boolean
}

/**
 * The public halves of the keys this user would offer: of the `.pub` beside each key file, else of the private file's own
 * unencrypted head. Undefined where none could be read. Nothing private is kept.
 */
export async function ownKeys(facts: FactSheet): Promise<OwnKeys | undefined> {
  const keys = known(facts, 'key-files')
  const files = (keys?.files ?? []).filter(({ state }) => state !== 'missing' && state !== 'unreadable')
  const blobs = await Promise.all(
    files.slice(0, 30).map(async ({ path }) => {
      const stated = /^\S+ ([A-Za-z0-9+/]{16,20000})={0,2}(?:\s|$)/.exec((await head(`${path}.pub`)) ?? '')?.[1]
      return stated ?? publicHalf((await head(path)) ?? '')
    }),
  )
  const found = [...new Set(blobs.filter((blob) => blob !== undefined))]
  const all = keys?.agent !== 'keys' && !blobs.includes(undefined)
  return found.length > 0 ? { blobs: found, all } : undefined
}

/** PROTOCOL.key: magic, cipher, kdf and its options stand before the public key, all in clear. */
export function publicHalf(text: string): string | undefined {
  const m = /-----BEGIN OPENSSH PRIVATE KEY-----([A-Za-z0-9+/=\s]{1,60000})/.exec(text)
  if (!m) return undefined
  const bytes = Buffer.from(m[1]!, 'base64')
  if (bytes.subarray(0, 15).toString('latin1') !== 'openssh-key-v1\0') return undefined
  let at = 15
  const next = (): Buffer | undefined => {
    if (at + 4 > bytes.length) return undefined
    const end = at + 4 + bytes.readUInt32BE(at)
    const value = end <= bytes.length ? bytes.subarray(at + 4, end) : undefined
    at = end
    return value
  }
  for (let skipped = 0; skipped < 3; skipped++) if (!next()) return undefined
  at += 4
  const blob = next()
  return blob && blob.length > 12 ? blob.toString('base64').replace(/=+$/, '') : undefined
}

async function head(path: string): Promise<string | undefined> {
  try {
    const file = await open(path, 'r')
    try {
      if (!(await file.stat()).isFile()) return undefined
      const { bytesRead, buffer } = await file.read(Buffer.alloc(LONGEST), 0, LONGEST, 0)
      return buffer.toString('latin1', 0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    return undefined
  }
}
