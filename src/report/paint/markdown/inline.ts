import type { Span, Text } from '../../blocks.ts'
import { code, prose } from './text.ts'

/** Words on one line; names stand in code. */
export function inline(text: Text): string {
  let line = ''
  for (const { text: part, code: name } of joined(typeof text === 'string' ? [{ text }] : text)) {
    const shown = name ? code(part) : prose(part, line.trim() === '')
    const apart = /^\s/.test(part) || (line.endsWith('`') && shown.startsWith('`'))
    line += (apart ? ' ' : '') + shown + (/\s$/.test(part) ? ' ' : '')
  }
  return line.trim()
}

/** Neighbours as one: what GitHub makes a link of may begin in the one and end in the other. */
function joined(spans: readonly Span[]): Span[] {
  const parts: Span[] = []
  for (const { text, code } of spans) {
    const last = parts.at(-1)
    if (last && !last.code && !code) last.text += text
    else parts.push({ text, ...(code && { code }) })
  }
  return parts
}
