import { monthOf, yearless, type YearClock } from './clock.ts'

/** What stands before sshd's words. */
export interface Header {
  /** Milliseconds since the epoch, or below zero in years of our own (clock.ts); undefined without a time. */
  at?: number
  host?: string
  /** `sshd`, `sshd-session`, `sshd-auth`; undefined where the line has no tag at all. */
  tag?: string
  pid?: number
  message: string
}

/** `Jan  2 03:04:05`, some with a year. Hosts keep zone and year to themselves. */
const CLASSIC =
  /^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}(\d{1,2})(?: (\d{4}))? (\d\d):(\d\d):(\d\d)(?:[.,]\d{1,9})?:? /
/** RFC 3339 and its relations: a space for the T (macOS), any precision, zone with or without a colon or left out. */
const RFC3339 =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))? ?(?:(Z|UTC)|([+-])(\d\d):?(\d\d))?:? {1,2}/
const PRI = /^<\d{1,3}>/
/** Solaris puts a message id and a priority behind the tag. */
const MESSAGE_ID = /^\[ID \d{1,10} [a-z\d.]{1,20}\] /
/** sshd's tag, as `[sshd]`, `/usr/sbin/sshd`, `sshd(pam_unix)`, `sshd@3`, with or without a pid and a colon. */
const TAG =
  /^\[?(?:\/[^\s:[\]]{0,100}\/|com\.openssh\.)?(sshd(?:-session|-auth)?)(?:\.service|\([^)\s]{0,40}\)|@[^\s:[\]]{0,60})?\]?(?:\[(\d{1,10})\])?(:?) {1,4}/
/** RFC 5424 behind the time: host, program, process, message id, structured data. */
const STRUCTURED =
  /^(\S{1,255}) (?:\/\S{0,100}\/)?(sshd(?:-session|-auth)?) (\d{1,10}|-) \S{1,32} (?:-|(?:\[(?:[^\]\\"]|\\.|"(?:[^"\\]|\\.)*")*\])+) ?\uFEFF?/
/** `auth.info`, `<10.5>`: what BSD's and busybox' syslogd put before or behind the host. */
const FACILITY =
  /^(?:(?:auth|authpriv|cron|daemon|kern|local\d|mail|security|syslog|user)\.(?:emerg|alert|crit|err|error|warn|warning|notice|info|debug)|<[a-z\d.]{2,12}>|\d{1,3}):? {1,2}/
const HOST = /^([^\s[\]]{0,254}[^\s[\]:]) {1,2}/

/**
 * Reads the header of a line. A header without a tag may be anybody's: its message is sshd's only if the words are. A yearless time moves
 * `clock`; who finds that the line is not sshd's must put it back, so that all readers of a log see the same years.
 */
export function readHeader(line: string, clock: YearClock): Header | undefined {
  const pri = PRI.exec(line)
  let text = pri ? line.slice(pri[0].length) : line
  if (pri && text.startsWith('1 ')) text = text.slice(2)
  const stamp = readStamp(text)
  const header = behindStamp(stamp ? text.slice(stamp.length) : text, stamp !== undefined)
  if (!header) return undefined
  const at = stamp?.at(clock)
  if (at !== undefined && !Number.isNaN(at)) header.at = at
  return header
}

interface Stamp {
  length: number
  at(clock: YearClock): number
}

function readStamp(text: string): Stamp | undefined {
  const c = text.charCodeAt(0)
  if (c >= 0x30 && c <= 0x39) {
    const m = RFC3339.exec(text)
    return m ? { length: m[0].length, at: () => rfc3339(m) } : undefined
  }
  const m = CLASSIC.exec(text)
  if (!m) return undefined
  const [month, day] = [monthOf(m[1]!), Number(m[2])]
  const [hour, minute, second] = [Number(m[4]), Number(m[5]), Number(m[6])]
  return {
    length: m[0].length,
    at: (clock) =>
      m[3]
        ? Date.UTC(Number(m[3]), month, day, hour, minute, second)
        : yearless(clock, month, day, hour, minute, second),
  }
}

function rfc3339(m: RegExpExecArray): number {
  const millis = m[7] ? Number(m[7].slice(0, 3).padEnd(3, '0')) : 0
  const utc = Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3]), Number(m[4]), Number(m[5]), Number(m[6]), millis)
  const east = m[9] ? (m[9] === '-' ? -1 : 1) * (Number(m[10]) * 60 + Number(m[11])) : 0
  return utc - east * 60_000
}

function tagged(m: RegExpExecArray, rest: string, host?: string): Header {
  const header: Header = { tag: m[1]!, message: rest.slice(m[0].length).replace(MESSAGE_ID, '') }
  if (m[2] !== undefined) header.pid = Number(m[2])
  if (host !== undefined) header.host = host
  return header
}

function behindStamp(text: string, stamped: boolean): Header | undefined {
  let rest = text.trimStart()
  const facility = FACILITY.exec(rest)
  if (facility) {
    rest = rest.slice(facility[0].length)
    // `auth.info: May 27 04:31:28 sshd[30993]: …`: the time once more.
    const again = readStamp(rest)
    if (again) rest = rest.slice(again.length)
  }
  const bare = TAG.exec(rest)
  // `sshd: no hostkeys available` is a message without header; the tag of a header has a pid or a time before it.
  if (bare && (stamped || bare[2] !== undefined)) return tagged(bare, rest)
  const host = HOST.exec(rest)
  if (host && stamped) {
    const structured = STRUCTURED.exec(rest)
    if (structured) {
      const header: Header = { host: structured[1]!, tag: structured[2]!, message: rest.slice(structured[0].length) }
      if (structured[3] !== '-') header.pid = Number(structured[3])
      return header
    }
    let behind = rest.slice(host[0].length)
    const second = FACILITY.exec(behind)
    if (second) behind = behind.slice(second[0].length)
    const tag = TAG.exec(behind)
    if (tag && (tag[2] !== undefined || tag[3] === ':' || behind.startsWith('[sshd]')))
      return tagged(tag, behind, host[1]!)
    if (behind.startsWith('last message repeated ')) return { host: host[1]!, message: behind }
  }
  return { message: rest }
}
