import { zoneOffset } from '../../sshd-log/clock.ts'

const UNITS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 }
const WORDS: Record<string, string> = {
  second: 's', seconds: 's', sec: 's', secs: 's', minute: 'm', minutes: 'm', min: 'm', mins: 'm',
  hour: 'h', hours: 'h', hr: 'h', hrs: 'h', day: 'd', days: 'd', week: 'w', weeks: 'w',
} // prettier-ignore
const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,3})\d*)?)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/i
const TIME = /^(\d\d?):(\d\d)(?::(\d\d))?$/
const DAY = 86_400_000

/**
 * What `--since` and `--until` take: ISO 8601, `2025-11-08 17:00`, `17:00`, `today`, `yesterday`, `now`, `-2h`, `2h ago`, `2 hours ago`,
 * `@1762621200`. Milliseconds since the epoch, in `zone` where the text names none; undefined for anything else.
 */
export function parseWhen(text: string, { now, zone }: { now: number; zone: string }): number | undefined {
  const word = text.trim().toLowerCase()
  if (word === 'now') return now
  const midnight = Math.floor((now + zoneOffset(zone, now) * 60_000) / DAY) * DAY
  if (word === 'today') return inZone(midnight, zone)
  if (word === 'yesterday') return inZone(midnight - DAY, zone)
  if (word === 'tomorrow') return inZone(midnight + DAY, zone)
  if (/^@\d{1,12}(\.\d+)?$/.test(word)) return Math.round(Number(word.slice(1)) * 1000)
  const time = TIME.exec(word)
  if (time) {
    const [hour, minute, second] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)]
    if (hour > 23 || minute > 59 || second > 60) return undefined
    return inZone(midnight + ((hour * 60 + minute) * 60 + second) * 1000, zone)
  }
  return date(text.trim(), zone) ?? ago(word, now)
}

function date(text: string, zone: string): number | undefined {
  const m = DATE.exec(text)
  if (!m) return undefined
  const [year, month, day, hour, minute, second, ms] = m
    .slice(1, 8)
    .map((part, i) => Number(i === 6 ? (part ?? '').padEnd(3, '0') : (part ?? 0))) as number[]
  const local = Date.UTC(year!, month! - 1, day, hour, minute, second, ms)
  const back = new Date(local)
  // 31 February and 25 o'clock move on in JavaScript; here they are no time at all.
  if (back.getUTCMonth() !== month! - 1 || back.getUTCDate() !== day || back.getUTCHours() !== hour) return undefined
  const own = m[8]?.toUpperCase()
  return inZone(local, own === undefined ? zone : own === 'Z' ? 'UTC' : own)
}

function ago(word: string, now: number): number | undefined {
  const m = /^(-)?\s*((?:\d+(?:\.\d+)?\s*[a-z]+\s*)+?)(\s+ago)?$/.exec(word)
  if (!m || (m[1] === undefined) === (m[3] === undefined)) return undefined
  let seconds = 0
  for (const [, amount, unit] of m[2]!.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/g)) {
    const size = UNITS[unit!.length === 1 ? unit! : (WORDS[unit!] ?? '')]
    if (size === undefined) return undefined
    seconds += Number(amount) * size
  }
  return now - seconds * 1000
}

function inZone(local: number, zone: string): number {
  return local - zoneOffset(zone, local) * 60_000
}
