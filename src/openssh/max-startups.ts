/** sshd's `MaxStartups start:rate:full`; rate in per cent. */
export interface MaxStartups {
  start: number
  rate: number
  full: number
}

/** servconf.c fill_default_server_options, OpenSSH 6.2 (1f583df8c) to 10.5. */
export const DEFAULT_MAX_STARTUPS: MaxStartups = { start: 10, rate: 30, full: 100 }

/** `10:30:100`. */
export const settingText = ({ start, rate, full }: MaxStartups): string => `${start}:${rate}:${full}`

/**
 * The chance, 0 to 1, that a connection is dropped when `startups` others have not logged in yet: exactly
 * `should_drop_connection` of sshd.c, OpenSSH 5.9 to 10.5, in C's truncating integers.
 */
export function dropChance(startups: number, setting: MaxStartups): number {
  const { start, rate, full } = setting
  if (startups < start) return 0
  if (startups >= full) return 1
  if (rate === 100) return 1
  const p = Math.trunc(((100 - rate) * (startups - start)) / (full - start)) + rate
  return p / 100
}

/** `sscanf("%d")` at an offset: blanks, a sign, digits; null where there are none. */
function scanInt(text: string, at: number): { value: number; end: number } | null {
  const m = /^[ \t\n\v\f\r]*([+-]?\d{1,10})/.exec(text.slice(at, at + 40))
  if (!m?.[1]) return null
  const value = Number(m[1])
  // Beyond C's int the behaviour is undefined; no administrator means it.
  if (Math.abs(value) > 2147483647) return null
  return { value, end: at + m[0].length }
}

/**
 * A MaxStartups argument as `sMaxStartups` of servconf.c reads it (OpenSSH 9.2 and 10.0): three numbers, or one that is
 * start and full at once while the rate keeps its default. What follows the third number is ignored, as there. Null is
 * `Invalid MaxStartups spec.`
 */
export function parseMaxStartups(text: string): MaxStartups | null {
  const numbers: number[] = []
  let at = 0
  while (numbers.length < 3) {
    const int = scanInt(text, at)
    if (!int) break
    numbers.push(int.value)
    at = int.end
    if (text[at] !== ':') break
    at++
  }
  const [start, rate, full] = numbers
  if (start === undefined) return null
  let setting: MaxStartups
  if (rate === undefined) setting = { start, rate: DEFAULT_MAX_STARTUPS.rate, full: start }
  else if (full === undefined) return null
  else if (start > full || rate > 100 || rate < 1) return null
  else setting = { start, rate, full }
  return setting.start <= 0 || setting.full <= 0 ? null : setting
}

/**
 * Wilson's interval for a share seen `dropped` times in `tries` (E. B. Wilson, JASA 22, 1927), both ends within 0 to 1;
 * z = 1.96 for 95 %. Without tries nothing is known: 0 to 1.
 */
export function wilson(dropped: number, tries: number, z = 1.96): { low: number; high: number } {
  if (!(tries > 0)) return { low: 0, high: 1 }
  const share = dropped / tries
  const z2 = z * z
  const middle = (share + z2 / (2 * tries)) / (1 + z2 / tries)
  const half = (z / (1 + z2 / tries)) * Math.sqrt((share * (1 - share)) / tries + z2 / (4 * tries * tries))
  // Rounding must not move the ends the formula pins exactly.
  return {
    low: dropped === 0 ? 0 : Math.max(0, middle - half),
    high: dropped === tries ? 1 : Math.min(1, middle + half),
  }
}

/**
 * How many connections that have not logged in the server holds, from how many of ours it dropped: the curve of
 * `dropChance` read backwards, with Wilson's interval for the ends. `high` is at most full, where the count can no longer
 * be told. Null where nothing was tried.
 */
export function pendingFromDrops(
  dropped: number,
  tries: number,
  setting: MaxStartups = DEFAULT_MAX_STARTUPS,
): { low: number; high: number; likeliest: number } | null {
  if (!(tries > 0) || dropped < 0 || dropped > tries) return null
  const { low, high } = wilson(dropped, tries)
  const share = dropped / tries
  // Where the curve knows only 0 and 1 no count explains both drops and logins: then it went up and down about start.
  let likeliest = setting.start
  let nearest = Infinity
  let least = setting.full
  let most = 0
  for (let n = 0; n <= setting.full; n++) {
    const chance = dropChance(n, setting)
    if (chance >= low) least = Math.min(least, n)
    if (chance <= high) most = n
    // Where nobody is dropped nothing was, and where everybody is nobody was let in.
    if ((chance === 0 && dropped > 0) || (chance === 1 && dropped < tries)) continue
    const distance = Math.abs(chance - share)
    // Of equal ones the first: below start every count looks the same, and none is the plain answer.
    if (distance < nearest) {
      nearest = distance
      likeliest = n
    }
  }
  // The curve leaps from 0 to rate at start: a share within the leap has no count of its own, and at times it was less.
  if (dropped > 0 && share < dropChance(setting.start, setting)) least = 0
  return { low: Math.min(least, likeliest), high: Math.max(most, likeliest), likeliest }
}
