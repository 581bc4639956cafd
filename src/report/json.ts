import type { Document } from './document.ts'
import { hideSecrets } from './document.ts'

/** Everything `visible()` would mark but what stands below a space: that JSON itself escapes. */
const UNSAFE = /[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu
/** Most text is nothing else, and to see that is ten times faster than to ask what each letter is. */
const NOT_PLAIN = /[^\n\x20-\x7e]/

/** The document as JSON that any terminal may show; parsed again it is exactly the document. */
export function toJson(document: Document): string {
  return safeJson(hideSecrets(document)) + '\n'
}

/** Any value as indented JSON in which nothing commands a terminal, and only the indentation breaks lines. */
export function safeJson(value: unknown): string {
  return escaped(JSON.stringify(value, null, 2))
}

/** JSON text without anything that commands a terminal; newlines stay. */
export const escaped = (json: string): string => (NOT_PLAIN.test(json) ? json.replace(UNSAFE, escapeOf) : json)

const escapeOf = (c: string) =>
  [...Array(c.length).keys()].map((i) => '\\u' + c.charCodeAt(i).toString(16).padStart(4, '0')).join('')
