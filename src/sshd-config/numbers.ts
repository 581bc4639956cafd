import { atLeast, type Release } from '../openssh/release.ts'
import { INT_MAX, strtonum } from '../openssh/strtonum.ts'

/** Numbers as sshd reads them. Sources: misc.c convtime, a2port, atoi_err; fmt_scaled.c scan_scaled; OpenSSH 9.2 to 10.5. */

const LONG_MAX = 9223372036854775807n

/** misc.c atoi_err; undefined argument: `missing`. */
export function parseInteger(text: string | undefined): number | 'missing' | 'invalid' | 'too small' | 'too large' {
  if (text === undefined || text === '') return 'missing'
  return strtonum(text, 0, INT_MAX)
}

/** Services a port may be named by (/etc/services); the few that somebody writes into sshd_config. */
const SERVICES: Readonly<Record<string, number>> = {
  ssh: 22,
  ftp: 21,
  telnet: 23,
  smtp: 25,
  domain: 53,
  http: 80,
  www: 80,
  https: 443,
  imaps: 993,
  'http-alt': 8080,
}

/** misc.c a2port: 0 to 65535, -1 where it is none. */
export function parsePort(text: string): number {
  const value = strtonum(text, 0, 65535)
  if (typeof value === 'number') return value
  return Object.hasOwn(SERVICES, text) ? SERVICES[text]! : -1
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86400, w: 604800 }

/** misc.c convtime: `90`, `2m`, `1h30m` in seconds; undefined where it is no time. Before 9.8 strtol let blanks and `+` pass. */
export function parseTime(text: string, release: Release): number | undefined {
  if (text === '') return undefined
  let total = 0
  let rest = text
  while (rest !== '') {
    const m = (atLeast(release, [9, 8]) ? /^(\d+)/ : /^[ \t\n\v\f\r]*([+-]?\d+)/).exec(rest)
    if (!m) return undefined
    const value = BigInt(m[1]!.replace('+', ''))
    if (value < 0n || value > LONG_MAX) return undefined
    rest = rest.slice(m[0].length)
    let unit = 1
    if (rest !== '') {
      const known = UNITS[rest[0]!.toLowerCase()]
      if (known === undefined) return undefined
      unit = known
      rest = rest.slice(1)
    }
    if (value > BigInt(Math.trunc(INT_MAX / unit))) return undefined
    total += Number(value) * unit
    if (total > INT_MAX) return undefined
  }
  return total
}

const SCALES: Readonly<Record<string, bigint>> = {
  B: 1n,
  K: 1024n,
  M: 1024n ** 2n,
  G: 1024n ** 3n,
  T: 1024n ** 4n,
  P: 1024n ** 5n,
  E: 1024n ** 6n,
}

/** fmt_scaled.c scan_scaled: `512M`, `1.5G` in bytes, or the words of strerror. */
export function parseScaled(text: string): bigint | 'Invalid argument' | 'Numerical result out of range' {
  const m = /^[ \t\n\v\f\r]*([+-]?)(\d*)(?:\.(\d*))?(.*)$/s.exec(text)
  if (!m) return 'Invalid argument'
  const [, sign, digits, fraction, tail] = m as unknown as [string, string, string, string | undefined, string]
  if (digits.length > 18 || (fraction ?? '').length > 18) return 'Numerical result out of range'
  const whole = (sign === '-' ? -1n : 1n) * BigInt(digits === '' ? 0 : digits)
  if (tail === '') return whole
  const scale = SCALES[tail[0]!.toUpperCase()]
  if (scale === undefined || /^[0-9A-Za-z]/.test(tail.slice(1))) return 'Invalid argument'
  if (whole > LONG_MAX / scale || whole < -LONG_MAX / scale) return 'Numerical result out of range'
  const part =
    fraction === undefined || fraction === '' ? 0n : (BigInt(fraction) * scale) / 10n ** BigInt(fraction.length)
  return whole * scale + (sign === '-' ? -part : part)
}

/** `strtol(…, 8)` as StreamLocalBindMask takes it: digits up to the first that is none; undefined beyond 0777. */
export function parseMask(text: string): number | undefined {
  const m = /^[ \t\n\v\f\r]*([+-]?[0-7]+)/.exec(text)
  if (!m) return undefined
  const value = Number.parseInt(m[1]!, 8)
  return value < 0 || value > 0o777 ? undefined : value
}

/** `strtol(…, 0)`: decimal, 0x hexadecimal, leading-zero octal; undefined where anything is left over. */
export function parseAnyBase(text: string): number | undefined {
  const m = /^[ \t\n\v\f\r]*([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)$/.exec(text)
  if (!m) return undefined
  const [, sign, digits] = m as unknown as [string, string, string]
  const value = /^0[xX]/.test(digits)
    ? Number.parseInt(digits.slice(2), 16)
    : Number.parseInt(digits, digits[0] === '0' ? 8 : 10)
  return sign === '-' ? -value : value
}

/** `sscanf("%d:%d…")`: the numbers it fills before something does not fit. */
export function scanInts(text: string, most: number): number[] {
  const values: number[] = []
  let rest = text
  while (values.length < most) {
    const m = /^[ \t\n\v\f\r]*([+-]?\d+)/.exec(rest)
    if (!m) break
    // What does not fit C's int is undefined there; the low 32 bits are what glibc leaves.
    values.push(Number(BigInt.asIntN(32, clampLong(BigInt(m[1]!.replace('+', ''))))))
    rest = rest.slice(m[0].length)
    if (rest[0] !== ':') break
    rest = rest.slice(1)
  }
  return values
}

function clampLong(value: bigint): bigint {
  if (value > LONG_MAX) return LONG_MAX
  return value < -LONG_MAX - 1n ? -LONG_MAX - 1n : value
}
