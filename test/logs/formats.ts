/** One message of a program, before it is a line. `text` has sshd's `error: ` in front where it belongs. */
export interface Entry {
  at: number
  tag: string
  pid: number
  text: string
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)

let classicSecond = -1
let classicText = ''
function classic(at: number): string {
  const second = Math.floor(at / 1000)
  if (second !== classicSecond) {
    const d = new Date(at)
    const clock = `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}:${two(d.getUTCSeconds())}`
    classicText = `${MONTHS[d.getUTCMonth()]} ${String(d.getUTCDate()).padStart(2)} ${clock}`
    classicSecond = second
  }
  return classicText
}

const micros = (at: number): string => new Date(at).toISOString().replace('Z', `${(at * 7) % 10}${(at * 3) % 10}1`)
const HOST = 'bastion'

/** How each writer of logs spells an entry; without newline. Times are UTC. */
export const FORMATS = {
  classic: (e: Entry): string => `${classic(e.at)} ${HOST} ${e.tag}[${e.pid}]: ${e.text}`,
  rfc3339: (e: Entry): string => `${micros(e.at)}+00:00 ${HOST} ${e.tag}[${e.pid}]: ${e.text}`,
  'rfc3339-zone': (e: Entry): string =>
    `${new Date(e.at + 19_800_000).toISOString().replace('Z', '+05:30')} ${HOST} ${e.tag}[${e.pid}]: ${e.text}`,
  rfc5424: (e: Entry): string =>
    `<38>1 ${micros(e.at)}Z ${HOST} ${e.tag} ${e.pid} - [meta sequenceId="1" note="a\\]b"] ${e.text}`,
  pri: (e: Entry): string => `<38>${classic(e.at)} ${HOST} ${e.tag}[${e.pid}]: ${e.text}`,
  macos: (e: Entry): string => `${micros(e.at).replace('T', ' ')}+0000  localhost ${e.tag}[${e.pid}]: ${e.text}`,
  'journal-json': (e: Entry): string =>
    JSON.stringify({
      __REALTIME_TIMESTAMP: String(e.at * 1000),
      _HOSTNAME: HOST,
      SYSLOG_IDENTIFIER: e.tag,
      _PID: String(e.pid),
      MESSAGE: e.at % 5 === 0 ? [...Buffer.from(e.text)] : e.text,
    }),
  'journal-export': (e: Entry): string =>
    `__CURSOR=s=${e.at}\n__REALTIME_TIMESTAMP=${e.at * 1000}\n_HOSTNAME=${HOST}\nSYSLOG_IDENTIFIER=${e.tag}\n` +
    `_PID=${e.pid}\nMESSAGE=${e.text}\n`,
  crlf: (e: Entry): string => `${classic(e.at)} ${HOST} ${e.tag}[${e.pid}]: ${e.text}\r`,
  bare: (e: Entry): string => `${e.text.replace(/^error: /, '')}\r`,
} as const
export type Format = keyof typeof FORMATS
