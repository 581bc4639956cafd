import { behindFront } from '../words/tag-stamp.ts'
import { printedLines } from '../words/pasted.ts'
import { saysSomething } from '../words/told-by-client.ts'
import { stepOfLine, withoutLevel } from './steps.ts'

/** No line of ssh's own is longer: the server's list of algorithms is the longest, at some 1500 characters. */
const LONGEST_LINE = 4096
/** What other programs put in front of a line of ssh's, each anchored and free of nested repetition. */
const PREFIXES: readonly RegExp[] = [
  // VS Code Remote-SSH: `[14:29:28.123] > ssh: connect to …`
  /^\[\d\d:\d\d:\d\d(?:\.\d{1,6})?\]\s?(?:(?:>|stderr>|stdout>)\s?)?/,
  // CI and journals: `2025-11-08T10:11:12.345Z `
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\s/,
  // syslog, for autossh and friends: `Nov  8 10:11:12 host ssh[123]: `
  /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]{1,64} (?:auto)?ssh(?:\[\d{1,9}\])?: (?=\S)/,
  /^(?:stderr|STDERR|err|ERROR|Error|error): (?=\S)/,
  /^(?:ERROR|error): \(gcloud[\w.-]{1,60}\) /,
  /^\(gcloud[\w.-]{1,60}\) /,
  /^> (?=\S)/,
  // Go's log: `2024/07/29 10:12:44 `; packer's plug-ins put their name behind it
  /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})? (?:[\w.-]{1,80} plugin: )?/,
  // WinSCP's log: `. 2024-01-01 10:00:00.123 `
  /^[.<>!*] \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} (?:\[\d{1,9}\] )?/,
  // PuTTY's log of everything, and FileZilla's
  /^(?:Event Log|Status|Trace|Response|Command|Error):\s{1,8}(?=\S)/,
  // Paramiko's own log: `DEB [20230420-12:13:14.123] thr=1   paramiko.transport: `
  /^[A-Z]{3} {1,2}\[\d{8}-\d\d:\d\d:\d\d\.\d{3}\] thr=\d{1,6} {1,8}[\w.]{1,60}: /,
  // Spring's: `INFO 12860 --- [nio-8080-exec-9] n.schmizz.sshj.transport.TransportImpl   : `
  /^(?:TRACE|DEBUG|INFO|WARN|ERROR) \d{1,9} --- \[[^\]]{1,60}\] [\w.$]{1,80} {0,40}: /,
  /^\d\d:\d\d:\d\d(?:[.,]\d{1,6})?\s{1,40}(?=\S)/,
  // A program's output, retold: `out: `
  /^(?:out|local|remote-exec): (?=\S)/,
  // Python's, Java's and editors' loggers
  /^(?:DEBUG|INFO|WARNING|ERROR|CRITICAL):[\w.]{1,60}:/,
  /^\[?(?:DEBUG|INFO|TRACE|VERBOSE|NOTICE|FINE|DEB|INF)\]?(?:[:|-]| -)? {1,6}(?=\S)/,
  /^\[(?:WARN|WARNING|ERROR|SEVERE)\] {1,4}(?=\S)/,
  /^\[(?:main|[A-Za-z][\w-]{1,40}-\d{1,5}(?:-thread-\d{1,5})?)\] {1,4}(?=\S)/,
  /^\[(?:Error|Info|Warning|Trace|Debug) {0,3}- \d\d?:\d\d:\d\d(?:\.\d{1,3})?(?: [AP]M)?\] /,
  /^(?:- )?(?:paramiko|asyncssh|fabric|invoke|netmiko)(?:\.[a-z_\d]{1,40}){0,4}(?: -|:)? {1,4}(?:- )?(?:\[?(?:DEBUG|INFO|WARNING|ERROR)\]?(?: -|:)? )?(?=\S)/,
  /^(?:net\.schmizz|com\.jcraft|com\.hierynomus|org\.apache\.sshd)[\w.$]{0,80}(?<!Exception|Error)(?: -|:)? {1,4}(?:- )?(?=\S)/,
  /^##\[(?:error|warning|debug|command)\]/,
]

/** Ansible says this in front of ssh's words, in the middle of a line of JSON. */
const ANSIBLE = 'Failed to connect to the host via ssh: '
const ANSIBLE_END = /",\s?"unreachable"/

function bare(line: string): string {
  let text = line
  const ansible = text.indexOf(ANSIBLE)
  // Pretty-printed, each field of the JSON has a line of its own and ends it with its quote.
  if (ansible >= 0) text = text.slice(ansible + ANSIBLE.length).replace(/",?\s{0,20}$/, '')
  const end = ANSIBLE_END.exec(text)
  if (end) text = text.slice(0, end.index)
  const front = behindFront(text)
  if (front.stamped) text = front.text
  for (let round = 0; round < 5; round++) {
    const before = text
    for (const prefix of PREFIXES) text = text.replace(prefix, '')
    if (text === before) break
  }
  return text.trimEnd()
}

/** Whether a line is one that this room reads: a step of a login, its end, or a message that names why. */
const known = (line: string): boolean => {
  const words = bare(line)
  return stepOfLine(words) !== undefined || saysSomething(withoutLevel(words))
}

/**
 * The lines of a client's text without what terminals, log viewers, tickets and wrapping programs put around them, of a line 4096 characters
 * (words/pasted says what of a long text is read). Linear in the text.
 */
export const clientLines = (text: string): string[] =>
  printedLines(text, known)
    .map((line) => bare(line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE) : line))
    .filter((line) => line !== '')
