/** The word of `known` that somebody who typed `typed` may have meant; undefined where none is near. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  let best: string | undefined
  let least = Infinity
  for (const word of known) {
    const slips = distance(typed, word)
    // One slip in a short word, two in a longer one, and a beginning of three letters or more, are what fingers do.
    const near = slips <= (word.length > 4 ? 2 : 1) || (typed.length >= 3 && word.startsWith(typed))
    if (near && slips < least) [best, least] = [word, slips]
  }
  return best
}

/** Letters missing, too many, wrong, or two in each other's place (optimal string alignment). */
function distance(a: string, b: string): number {
  const most = 40
  if (a.length > most || b.length > most) return Infinity
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + wrong)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1)
      row.push(least)
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}
