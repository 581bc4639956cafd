/**
 * Secrets are named, never held: whatever is printed, kept or sent passes here first. Hiding a word too many
 * costs a reader a second; hiding one too few costs somebody a server. But host names, addresses, fingerprints,
 * algorithm names and paths are the evidence itself and pass untouched.
 */

import { SECRETS } from './secrets.ts'

const MARK = '[hidden]'
const KEY_BEGINS = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----/
const KEY_ENDS = /-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----/
/** Options whose value is the next word of an argument array. */
const SECRET_OPTION = /^--?[a-z-]*(?:password|passwd|passphrase|secret|token|proxy-auth|api-key)$/i
const AUTHORIZATION = /^(?:authorization:|bearer)$/i
const BASE64 = /^[A-Za-z0-9+/]{4,}={0,2}$/

interface Tally {
  hidden: number
}

/**
 * The same JSON value with every secret in its strings replaced by `[hidden]`, and how many there were. Looks
 * through argument arrays, through lines that together make a private key, and into the raw bytes of a contact.
 * Applying it twice hides nothing more.
 */
export function redact<T>(value: T): { value: T; hidden: number } {
  const tally = { hidden: 0 }
  return { value: walk(value, '', tally) as T, hidden: tally.hidden }
}

function walk(value: unknown, key: string, tally: Tally): unknown {
  if (typeof value === 'string') return key === 'bytes' ? inBytes(value, tally) : inText(value, tally)
  if (Array.isArray(value)) return inArray(value, tally)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [inText(k, tally), walk(v, k, tally)]))
}

/**
 * Texts in which nothing was found. The same few hundred words come again and again, and whatever is printed passes here twice: looking
 * once takes a tenth of a verb's start.
 */
const clean = new Set<string>()
/** A log of many sources has no end of texts that come once. */
const REMEMBERED = { texts: 4000, length: 200 } as const

/** Every pattern keeps what stands in front of the secret as its first group, if it has one. */
function inText(text: string, tally: Tally): string {
  if (clean.has(text)) return text
  let rest = text
  for (const pattern of SECRETS) {
    rest = rest.replace(pattern, (_all, before: unknown) => {
      tally.hidden++
      return (typeof before === 'string' ? before : '') + MARK
    })
  }
  if (rest === text && text.length <= REMEMBERED.length && clean.size < REMEMBERED.texts) clean.add(text)
  return rest
}

function inBytes(base64: string, tally: Tally): string {
  if (!BASE64.test(base64) || base64.replace(/=+$/, '').length % 4 === 1) return inText(base64, tally)
  const before = tally.hidden
  const clean = inText(atob(base64), tally)
  return tally.hidden === before ? base64 : btoa(clean)
}

function inArray(items: readonly unknown[], tally: Tally): unknown[] {
  let inKey = false
  return items.map((item, i) => {
    if (typeof item !== 'string') return walk(item, '', tally)
    if (inKey) {
      inKey = !KEY_ENDS.test(item)
      return MARK
    }
    if (item !== MARK && followsSecretOption(items, i)) {
      tally.hidden++
      return MARK
    }
    inKey = KEY_BEGINS.test(item) && !KEY_ENDS.test(item)
    return inText(item, tally)
  })
}

function followsSecretOption(items: readonly unknown[], i: number): boolean {
  const option = items[i - 1]
  if (typeof option !== 'string') return false
  if (SECRET_OPTION.test(option) || AUTHORIZATION.test(option)) return true
  if (option !== '-p') return false
  const words = items.slice(0, i - 1)
  // Behind `sshpass … ssh`, `-p` is a port again.
  return words.some((word) => /(?:^|\/)sshpass$/.test(String(word))) && !words.includes('ssh')
}
