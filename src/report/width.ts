/** How many terminal columns text takes, and where it may be broken. */

/** Letters and signs of one column each that join nothing: Latin, Greek, and what our own pages are drawn with. */
export const SINGLE = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0391-\u03c9\u2010-\u2027\u2190-\u22ff\u2500-\u259f✓✗]*$/
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
  if (SINGLE.test(text)) return text.length
  let columns = 0
  for (const { segment } of graphemesOf(text)) columns += widthOfGrapheme(segment)
  return columns
}

let segmenter: Intl.Segmenter | undefined

/** Made when it is needed: it takes a seventh of the time in which a verb starts. */
export function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter.segment(text)
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
  for (const { segment } of graphemesOf(word)) {
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
