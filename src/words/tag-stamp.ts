/**
 * What logs put in front of a line besides the program's name: quotes of a ticket, colours, priorities, times, the names of containers. Each is
 * taken off by itself, the outermost first; a line without any is left as it is.
 */

/** Colours and cursor moves (ECMA-48). */
const ANSI =
  /\u001B(?:\[[\d;?]{0,20}[A-Za-z]|\][^\u0007\u001B]{0,200}(?:\u0007|\u001B\\)?|[()][A-Z\d])|\u009B[\d;]{0,20}[A-Za-z]/g
/** `> ` of a ticket or a mail, list signs, a diff's or a pager's margin. */
const QUOTE = /^(?:[>│┃|] ){1,6}(?=\S)|^[*•·] (?=\S)/
const LINE_NUMBER = /^ {0,8}\d{1,6}(?:[:|│\t] ?|\) | {2,8})(?=\S)/

/** A forum's bold letters and code. */
const MARKDOWN = /^(\*\*|`{1,2})(\S.{0,8000}?)\1?$/

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const CLOCK = String.raw`\d{1,2}:\d\d:\d\d(?:[.,]\d{1,9})?`
const DAY = String.raw`(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)`

/** Each with the blanks behind it. */
const STAMPS: readonly RegExp[] = [
  // RFC 3164; some with a year, some with milliseconds, some with a weekday (date(1), ctime).
  new RegExp(`^\\[?(?:${DAY},? )?${MONTH} {1,2}\\d{1,2}(?:,? \\d{4})? ${CLOCK}(?: (?:[A-Z]{3,5}|\\d{4}))?\\]?:? {1,4}`),
  new RegExp(`^(?:${DAY},? )?\\d{1,2} ${MONTH} \\d{4} ${CLOCK}:? {1,4}`),
  // RFC 3339 and its relations; journalctl -o short-full with a weekday and a zone's name; in brackets; quoted.
  new RegExp(
    String.raw`^(?:${DAY} )?[["']?\d{4}[-/.]\d\d[-/.]\d\d[T ,_]{1,2}${CLOCK}(?: ?(?:Z|[+-]\d\d:?\d\d))?(?: [A-Z]{3,5}(?= ))?["'\]]?:?(?: - )?\s{1,4}`,
  ),
  new RegExp(String.raw`^\d\d[-/.]\d\d[-/.]\d{4},? ${CLOCK}:? {1,4}`),
  // sshd.log of Windows before 2018: process, clock and milliseconds, no date.
  /^\d{1,6} \d\d:\d\d:\d\d[ :.]\d{1,3} {1,4}(?=\S)/,
  // BuildKit: the step and its seconds.
  /^#\d{1,4} \d{1,6}\.\d{1,3} (?=\S)/,
  // A clock alone: VS Code, Jenkins, gcloud.
  new RegExp(String.raw`^\[?${CLOCK}(?: [AP]M)?(?:\]:?|:)? {1,4}(?=\S)`),
  // journalctl -o short-unix.
  /^\[?\d{9,10}\.\d{3,9}\]?:? {1,4}/,
]
/** The seconds since boot, of dmesg, of a console and of journalctl -o short-monotonic. */
const SINCE_BOOT = /^\[ {0,8}\d{1,10}\.\d{3,9}\](?:\[ {0,6}[TC]\d{1,10}\])?:? {1,4}/

/** `web-1  | `, `sshd_1 | `: docker compose. */
const COMPOSE = /^[\w.-]{1,100}? {0,40} \| (?=\S)/
/** CRI's log files, and `docker logs` beside them: stream and a full or partial line. */
const CRI = /^(?:stdout|stderr)(?:> ?| (?:[FP] )?)/
/** stern, kubetail, kubectl logs --prefix. */
const POD = /^\[pod\/[\w./-]{1,200}\] /
/** Ubuntu's and Google's serial console: the port of the console's own. */
const PRIORITY = /^<\d{1,3}>(?:1 (?=\d{4}-|-))?/

export interface Front {
  /** Behind all of it. */
  text: string
  /** There was a time. */
  stamped: boolean
  /** The time counts from the boot. */
  sinceBoot: boolean
}

export const plainText = (line: string): string =>
  line
    .replace(ANSI, '')
    .replace(/^\uFEFF/, '')
    .replace(/[\r\n\0]+$/, '')

/** Takes off whatever stands in front of host, program and message. */
export function behindFront(line: string): Front {
  let text = line.replace(/^\s+/, '')
  let stamped = false
  let sinceBoot = false
  for (let turn = 0; turn < 8; turn++) {
    const before = text
    for (const stamp of STAMPS) {
      const m = stamp.exec(text)
      if (!m) continue
      text = text.slice(m[0].length)
      stamped = true
      break
    }
    const boot = SINCE_BOOT.exec(text)
    if (boot) {
      text = text.slice(boot[0].length)
      stamped = sinceBoot = true
    }
    for (const other of [PRIORITY, POD, CRI, QUOTE, COMPOSE]) text = text.replace(other, '')
    if (text === before) break
  }
  return { text, stamped, sinceBoot }
}

export const withoutMarkdown = (line: string): string => line.replace(MARKDOWN, '$2')

/** A pasted listing's line number, or grep's: only where what follows has a front of its own or is known. */
export const withoutLineNumber = (line: string): string => line.replace(LINE_NUMBER, '')
