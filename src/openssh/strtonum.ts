export const INT_MAX = 2147483647

/** openbsd-compat strtonum: a whole decimal number between the bounds, or the word it complains with. */
export function strtonum(text: string, low: number, high: number): number | 'invalid' | 'too small' | 'too large' {
  const m = /^[ \t\n\v\f\r]*([+-]?\d+)$/.exec(text)
  if (!m) return 'invalid'
  const value = BigInt(m[1]!.replace('+', ''))
  if (value < BigInt(low)) return 'too small'
  if (value > BigInt(high)) return 'too large'
  return Number(value)
}
