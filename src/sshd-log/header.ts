import { isDropbears } from './message-dropbear.ts'
import { monthOf, yearless, type YearClock } from './clock.ts'

/** What stands before sshd's words. */
export interface Header {
  /** Milliseconds since the epoch, or below zero in years of our own (clock.ts); undefined without a time. */
  at?: number
  /** `at` is wall-clock time of a zone the line does not name. */
  local?: true
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
/** `journalctl -o short-full`: RFC 3339's relation behind a weekday, with the zone's short name. */
const WEEKDAY = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?=\d{4}-)/
const ZONE_NAME = /^(?:GMT|[A-Z]{3,5}|[+-]\d\d) /
/** `journalctl -o short-unix`, and `-o short-monotonic`, which counts from the boot: no time for us. */
const UNIX = /^(\d{9,10})\.(\d{3})\d{3} /
const MONOTONIC = /^\[ *\d{1,10}\.\d{6}\] /
/** macOS, `log show`: thread, type, activity, process, time to live, program, library, category. */
const LOG_SHOW =
  /^0x[\da-f]{1,16} +\w{1,12} +0x[\da-f]{1,16} +(\d{1,10}) +\d{1,6} +(sshd(?:-session|-auth)?): (?:\([\w.]{1,60}\) )?(?:\[[\w.:]{1,80}\] )?/
const PRI = /^<\d{1,3}>/
/** Windows' sshd.log: the process and the time (Win32-OpenSSH log.c). */
const WINDOWS = /^(\d{1,7}) (?=\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \S)/
/** Whose words they are: a file of this form is sshd's own, but others write lines of this form as well. */
const GRADED = /^(?:error|fatal|debug[123]): /
/** `dropbear -E`: the process, then a time without a year (svr-main.c cli_log, svr-session.c svr_dropbear_log). */
const DROPBEAR = /^\[(\d{1,10})\] (?=[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d )/
/** Solaris puts a message id and a priority behind the tag; a journal that takes the kernel's words for sshd's, the time since boot. */
const MESSAGE_ID = /^(?:\[ID \d{1,10} [a-z\d.]{1,20}\]|kernel: ?\[ *\d{1,10}\.\d{1,9}\]:?) /
/** sshd's tag, as `[sshd]`, `/usr/sbin/sshd`, `sshd(pam_unix)`, `sshd@3`, with or without a pid and a colon. */
const TAG =
  /^\[?(?:\/[^\s:[\]]{0,100}\/|com\.openssh\.)?(sshd(?:-session|-auth)?|dropbear)(?:\.service|\([^)\s]{0,40}\)|@[^\s:[\]]{0,60})?\]?(?:\[(\d{1,10})\])?(:?) {1,4}/
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
  const own = WINDOWS.exec(text) ?? DROPBEAR.exec(text)
  if (own) text = text.slice(own[0].length)
  const stamp = readStamp(text)
  const behind = stamp ? text.slice(stamp.length) : text
  const header = own ? ofItsOwnFile(own, behind) : behindStamp(behind, stamp !== undefined)
  if (!header) return undefined
  const at = stamp?.at(clock)
  if (at !== undefined && !Number.isNaN(at)) {
    header.at = at
    if (stamp?.local) header.local = true
  }
  return header
}

/** What Windows' sshd and `dropbear -E` write into files of their own has no tag. */
function ofItsOwnFile([front, pid]: RegExpExecArray, message: string): Header {
  const header: Header = { message, pid: Number(pid) }
  if (front.startsWith('[') ? isDropbears(message) : GRADED.test(message))
    header.tag = front.startsWith('[') ? 'dropbear' : 'sshd'
  return header
}

interface Stamp {
  length: number
  local?: boolean
  at(clock: YearClock): number
}

function readStamp(text: string): Stamp | undefined {
  const c = text.charCodeAt(0)
  if (c >= 0x30 && c <= 0x39) {
    const m = RFC3339.exec(text)
    if (m) return { length: m[0].length, local: !m[8] && !m[9], at: () => rfc3339(m) }
    const unix = UNIX.exec(text)
    return unix ? { length: unix[0].length, at: () => Number(unix[1]) * 1000 + Number(unix[2]) } : undefined
  }
  if (c === 0x5b) {
    const since = MONOTONIC.exec(text)
    return since ? { length: since[0].length, at: () => NaN } : undefined
  }
  const weekday = WEEKDAY.exec(text)
  const date = weekday ? RFC3339.exec(text.slice(weekday[0].length)) : null
  if (date) {
    const length = weekday![0].length + date[0].length
    const named = date[8] || date[9] ? null : ZONE_NAME.exec(text.slice(length))
    const local = !date[8] && !date[9] && named?.[0] !== 'GMT '
    return { length: length + (named?.[0].length ?? 0), local, at: () => rfc3339(date) }
  }
  const m = CLASSIC.exec(text)
  if (!m) return undefined
  const [month, day] = [monthOf(m[1]!), Number(m[2])]
  const [hour, minute, second] = [Number(m[4]), Number(m[5]), Number(m[6])]
  return {
    length: m[0].length,
    local: m[3] !== undefined,
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
  const shown = stamped ? LOG_SHOW.exec(rest) : null
  if (shown) return { pid: Number(shown[1]), tag: shown[2]!, message: rest.slice(shown[0].length) }
  const host = HOST.exec(rest)
  // Some tools leave out the time; the pid is then all that tells a tag.
  const untimed = host && !stamped ? TAG.exec(rest.slice(host[0].length)) : null
  if (untimed?.[2] !== undefined && untimed[3] === ':') return tagged(untimed, rest.slice(host![0].length), host![1]!)
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
