/** Patterns of match.c, OpenSSH 9.2 to 10.5. */

/** match_pattern: `*` any run, `?` any one character. Never slower than length × length. */
export function matchPattern(text: string, pattern: string): boolean {
  let i = 0
  let j = 0
  let star = -1
  let mark = 0
  while (i < text.length) {
    if (pattern[j] === '*') {
      star = j++
      mark = i
    } else if (pattern[j] === '?' || (j < pattern.length && pattern[j] === text[i])) {
      i++
      j++
    } else if (star >= 0) {
      j = star + 1
      i = ++mark
    } else return false
  }
  while (pattern[j] === '*') j++
  return j === pattern.length
}

/** match_pattern_list: 1 where a pattern of the comma list fits, -1 where a negated one does, 0 otherwise. */
export function matchPatternList(text: string, list: string, lower = false): 1 | 0 | -1 {
  let found = false
  let i = 0
  while (i < list.length) {
    const negated = list[i] === '!'
    if (negated) i++
    const comma = list.indexOf(',', i)
    const end = comma < 0 ? list.length : comma
    const pattern = list.slice(i, end)
    // The buffer of match.c.
    if (pattern.length >= 1023) return 0
    i = end + 1
    if (!matchPattern(text, lower ? lowerAscii(pattern) : pattern)) continue
    if (negated) return -1
    found = true
  }
  return found ? 1 : 0
}

export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (c) => c.toLowerCase())
}
