/** How many letters a pattern has of its own: those outside of groups, sets and escapes. */
export function weightOf(source: string): number {
  let text = source.replaceAll(/\\[a-zA-Z\d]|\[(?:[^\]\\]|\\.)*\]|\{\d[\d,]*\}/g, '').replaceAll(/\\./g, '_')
  for (let depth = 0; depth < 12; depth++) {
    const less = text.replaceAll(/\([^()]*\)/g, '')
    if (less === text) break
    text = less
  }
  return text.replaceAll(/[\^$.*+?|]/g, '').length
}

/** Text that may go on in a letter is no whole word: a hole glues, as a letter would. */
const GLUED = /[\w\0]+/g

/** The longest word that stands whole between the holes of a text, each hole a NUL, in small letters; undefined where there is none. */
export function longestWord(text: string): string | undefined {
  let longest: string | undefined
  for (const word of text.match(GLUED) ?? [])
    if (!word.includes('\0') && word.length > (longest?.length ?? 0)) longest = word
  return longest?.toLowerCase()
}
