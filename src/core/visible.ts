/**
 * Whatever a stranger sent, as text that no terminal acts on: control characters, escapes, bidirectional
 * overrides and broken UTF-8 become visible marks. This is the only door such text comes in by.
 */

const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu

/** Text with every invisible or commanding character shown as `\x1b` or `\u{202e}`; tabs become one space. At most `limit` characters. */
export function visible(text: string, limit = 400): string {
  const cut = text.length > limit ? text.slice(0, limit) + '…' : text
  return cut.replace(UNSAFE, (c) => {
    if (c === '\t') return ' '
    const code = c.codePointAt(0) ?? 0
    return code < 0x100 ? '\\x' + code.toString(16).padStart(2, '0') : '\\u{' + code.toString(16) + '}'
  })
}

/** The same for bytes: Latin-1 is not guessed; what is not UTF-8 shows as the replacement character. */
export function visibleBytes(bytes: Uint8Array, limit = 400): string {
  return visible(new TextDecoder('utf-8', { fatal: false }).decode(bytes.subarray(0, limit * 4)), limit)
}
