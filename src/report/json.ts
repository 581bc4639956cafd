import type { Document } from './document.ts'
import { hideSecrets } from './document.ts'

/** Everything `visible()` would mark: JSON itself escapes only what stands below a space. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu

/** The document as JSON that any terminal may show; parsed again it is exactly the document. */
export function toJson(document: Document): string {
  return safeJson(hideSecrets(document)) + '\n'
}

/** Any value as indented JSON in which nothing commands a terminal, and only the indentation breaks lines. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNSAFE, (c) => (c === '\n' ? c : escapeOf(c)))
}

const escapeOf = (c: string) =>
  [...Array(c.length).keys()].map((i) => '\\u' + c.charCodeAt(i).toString(16).padStart(4, '0')).join('')
