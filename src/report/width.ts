/** How many terminal columns text takes, and where it may be broken. */

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const ASCII = /^[\x20-\x7e]*$/
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u
/** East Asian Wide and Fullwidth, by block: terminals agree about these, and the rest is guesswork anyway. */
const WIDE = new RegExp(
  [
    '[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\u4dbf\\u4e00-\\ua4cf\\ua960-\\ua97f\\uac00-\\ud7a3\\uf900-\\ufaff',
    '\\ufe10-\\ufe19\\ufe30-\\ufe6f\\uff01-\\uff60\\uffe0-\\uffe6\\u{16fe0}-\\u{18dff}\\u{1aff0}-\\u{1b2ff}',
    '\\u{20000}-\\u{3fffd}]',
  ].join(''),
  'u',
)

/** The columns a text takes in a terminal. */
export function width(text: string): number {
  if (ASCII.test(text)) return text.length
  let columns = 0
  for (const { segment } of graphemes.segment(text)) columns += widthOfGrapheme(segment)
  return columns
}

function widthOfGrapheme(grapheme: string): number {
  if (NO_WIDTH.test(grapheme)) return 0
  return EMOJI.test(grapheme) || WIDE.test(grapheme) ? 2 : 1
}

/** Padded on the right to so many columns; longer text stays as it is. */
export const padEnd = (text: string, columns: number) => text + ' '.repeat(Math.max(0, columns - width(text)))

/** Lines of at most so many columns, broken between words; a word longer than a line is broken between graphemes. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) => pieces(word, columns))) {
    if (line === '') line = word
    else if (width(line) + 1 + width(word) <= columns) line += ' ' + word
    else {
      lines.push(line)
      line = word
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

function pieces(word: string, columns: number): string[] {
  if (width(word) <= columns) return [word]
  const parts: string[] = []
  let part = ''
  let used = 0
  for (const { segment } of graphemes.segment(word)) {
    const more = widthOfGrapheme(segment)
    if (used + more > columns && part !== '') {
      parts.push(part)
      part = ''
      used = 0
    }
    part += segment
    used += more
  }
  return [...parts, part]
}
