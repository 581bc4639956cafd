import { readFileSync } from 'node:fs'
import { annotated, type LineAnswer } from './ask.ts'
import { fill, ownWords, patternOf, type Speaker } from './fill.ts'
import { type Counted, none, type Row, share } from './row.ts'

/** A row of messages.tsv. */
export interface Message {
  levels: readonly string[]
  /** `ssh`, `sshd`, `both`, or several of them. */
  sides: readonly string[]
  files: readonly string[]
  last: string
  format: string
}

const COUNTED = ['INFO', 'VERBOSE', 'ERROR', 'FATAL']
/** What do_log (log.c) puts before a message of this level in the system's log; on stderr only debug levels get one. */
const PREFIX: Readonly<Record<string, string>> = { ERROR: 'error: ', FATAL: 'fatal: ' }
/** What `ssh -v` prints first: it tells whose bare lines follow. */
const SSH_HEADER = 'OpenSSH_9.2p1 Debian-2+deb12u3, OpenSSL 3.0.15 3 Sep 2024'
const SYSLOG = 'Nov 28 10:00:00 node1'

/** Every format of ssh and sshd, as `openssh/messages.tsv` of the corpora holds them. */
export function readMessages(path: string): Message[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [levels, side, files, , last, format] = line.split('\t')
      return {
        levels: levels!.split(','),
        sides: side!.split('+'),
        files: files!.split(','),
        last: last!,
        format: format!,
      }
    })
}

interface Printed {
  message: Message
  speaker: Speaker
  text: string
}

/** All messages of INFO and above, filled with values, as their speaker prints them: how many of them are known? */
export async function countMessages(messages: readonly Message[]): Promise<Counted> {
  const counted = messages.filter(({ levels }) => levels.some((level) => COUNTED.includes(level)))
  const printed = counted.flatMap((message) => asPrinted(message, functionNamesOf(messages)))
  const unknown = new Map<Message, Printed>()
  for (const speaker of ['sshd', 'ssh'] as const) {
    const mine = printed.filter((one) => one.speaker === speaker)
    const header = speaker === 'ssh' ? [SSH_HEADER] : []
    const answers = await annotated(`${[...header, ...mine.map(({ text }) => text)].join('\n')}\n`)
    const known = new Set(answers.filter((answer) => answer.known).map(({ line }) => line))
    for (const [i, one] of mine.entries()) if (!known.has(i + 1 + header.length)) unknown.set(one.message, one)
  }
  const own = counted.filter(hasOwnWords)
  const rows: Row[] = [
    share('messages at INFO and above: known', own.filter((message) => !unknown.has(message)).length, own.length, 1),
    ...COUNTED.map((level) => ofLevel(level, own, unknown)),
    { what: '  not counted: formats without a word of their own', got: `${counted.length - own.length}`, bar: '' },
  ]
  const failures = [...unknown].filter(([message]) => hasOwnWords(message))
  return {
    rows,
    failures: failures.map(([{ format }, { text }]) => `not known: ${text}   (format ${JSON.stringify(format)})`),
  }
}

function ofLevel(level: string, own: readonly Message[], unknown: ReadonlyMap<Message, Printed>): Row {
  const mine = own.filter(({ levels }) => levels.find((one) => COUNTED.includes(one)) === level)
  return { what: `  ${level}`, got: `${mine.filter((one) => !unknown.has(one)).length} of ${mine.length}`, bar: '' }
}

/** `%s: %s` matches whatever there is. */
const hasOwnWords = ({ format }: Message): boolean => ownWords(format).replaceAll(/[\s:,."()]/g, '').length >= 4

/** A message of a shared file is sshd's behind sshd's tag; bare it could be either's, so it is not tried so. */
function asPrinted(message: Message, named: (format: string) => string | undefined): Printed[] {
  const speaker: Speaker = message.sides.some((side) => side !== 'ssh') ? 'sshd' : 'ssh'
  const text = fill(message.format, speaker, named(message.format))
  if (speaker === 'ssh') return [{ message, speaker, text }]
  const levels = message.levels.filter((level) => COUNTED.includes(level))
  return levels.map((level) => ({
    message,
    speaker,
    text: `${SYSLOG} ${tagOf(message)}[123]: ${PREFIX[level] ?? ''}${text}`,
  }))
}

function tagOf({ files }: Message): string {
  return files.every((file) => /^sshd-(?:session|auth)\.c$/.test(file)) ? 'sshd-session' : 'sshd'
}

/** Up to 8.4 the function's name was a value (`%s: `), since then it stands in the format: the new rows tell the old ones' names. */
function functionNamesOf(messages: readonly Message[]): (format: string) => string | undefined {
  const names = new Map<string, string>()
  for (const { format } of messages) {
    const match = /^(\w+): (.+)$/.exec(format)
    if (match) names.set(match[2]!.replaceAll('<ssh error>', '%s'), match[1]!)
  }
  return (format) => names.get(format.replace(/^%s: /, ''))
}

/** Lines behind sshd's tag that no sshd prints: each one that is known is a mistake. */
export async function countInvented(path: string, messages: readonly Message[]): Promise<Counted> {
  const invented = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const real = messages.filter(({ sides }) => sides.some((side) => side !== 'ssh')).filter(hasOwnWords)
  const patterns = real.map(({ format }) => patternOf(format))
  const printable = invented.filter((line) => patterns.some((one) => one.test(line.replace(/^(?:error|fatal): /, ''))))
  if (printable.length > 0) throw new Error(`An sshd can print this, so it is not invented: ${printable.join(' | ')}`)
  const text = invented.map((line, i) => `${SYSLOG} ${i % 2 === 0 ? 'sshd' : 'sshd-session'}[${200 + i}]: ${line}`)
  const known = (await annotated(`${text.join('\n')}\n`)).filter((answer: LineAnswer) => answer.known)
  return {
    rows: [none("invented lines behind sshd's tag: known", known.length, invented.length)],
    failures: known.map(({ line, id }) => `invented, yet known as ${id}: ${invented[line - 1]}`),
  }
}
