import { ALL_KEYWORDS } from './keywords.ts'

/**
 * What people hand on as a configuration is often a copy out of something else: a ticket, a chat, a terminal, an editor of another system.
 * Each of these leaves marks around the lines that sshd never sees; here they are taken off again. What stands in the lines is left, and
 * each line keeps its number.
 */

/** What was taken off, as the end of "It was read without …". */
export interface Pasted {
  text: string
  without: string[]
}

type Cut = (text: string) => string | undefined

/** A byte-order mark, which editors of Windows put first. */
const byteOrderMark: Cut = (text) => (text.startsWith('\uFEFF') ? text.slice(1) : undefined)

/** The whole file as one string of JSON, line ends written as `\n`. */
const jsonString: Cut = (text) => {
  const trimmed = text.trim()
  if (!/^"[^]*"$/.test(trimmed) || trimmed.includes('\n')) return undefined
  try {
    const read: unknown = JSON.parse(trimmed)
    return typeof read === 'string' && read.includes('\n') ? read : undefined
  } catch {
    return undefined
  }
}

/** ECMA-48: CSI sequences end in a byte from @ to ~, OSC in BEL or ESC \. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const ESCAPES = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]{0,400}(?:\x07|\x1b\\)|\x1b[@-Z\\-_]/g

const colours: Cut = (text) => changed(text, text.replace(ESCAPES, ''))

/** A copy of a binary viewer, or text in which bytes were lost. A NUL would end its line for sshd and join the next to it. */
// oxlint-disable-next-line no-control-regex -- the same
const controls: Cut = (text) => changed(text, text.replace(/[\0-\x08\x0b\x0e-\x1f\x7f]/g, ''))

/** The lines between two fences of Markdown; where the second is missing, all after the first. */
const fences: Cut = (text) => {
  const lines = text.split('\n')
  const fence = (line: string) => /^\s{0,3}(?:```+|~~~+)\s*[\w+.-]*\s*$/.test(line.replace(/\r$/, ''))
  const from = lines.findIndex(fence)
  if (from < 0) return undefined
  const to = lines.findIndex((line, i) => i > from && fence(line))
  return lines.map((line, i) => (i > from && (to < 0 || i < to) ? line : '')).join('\n')
}

/** A mark before (nearly) every line that is not empty: nothing that a configuration has by itself. */
const before =
  (mark: RegExp): Cut =>
  (text) => {
    const lines = text.split('\n')
    const filled = lines.filter((line) => line.trim() !== '')
    const marked = filled.filter((line) => mark.test(line))
    if (filled.length === 0 || marked.length * 10 < filled.length * 9) return undefined
    return lines.map((line) => line.replace(mark, '')).join('\n')
  }

const QUOTED = /^[ \t]*(?:>[ \t]?){1,8}/

/** `> ` of a mail or a ticket, once or several times; what somebody wrote between or above it is no part of the file. */
const quotes: Cut = (text) => {
  const lines = text.split('\n')
  const own = lines.filter((line) => line.trim() !== '' && !QUOTED.test(line))
  const quoted = lines.filter((line) => QUOTED.test(line))
  const speaks = (line: string) => ALL_KEYWORDS.includes(line.trim().split(/[\s=]/, 1)[0]!.toLowerCase())
  if (quoted.length === 0 || own.length > quoted.length || own.some(speaks)) return undefined
  return lines.map((line) => (QUOTED.test(line) ? line.replace(QUOTED, '') : '')).join('\n')
}

/** Numbers of `cat -n`, `nl`, `grep -n`, an editor. No keyword begins with a digit. */
const lineNumbers = before(/^[ \t]*\d{1,6}(?:[:.)|│]|\t| {1,4}(?=\S))[ \t]?|^[ \t]*\d{1,6}[ \t]*$/)

/** A prompt with a command on its line (`root@web:/etc/ssh# cat sshd_config`), or with nothing. */
const PROMPT =
  /^(?:\[?[\w.-]{1,64}@[\w.-]{1,64}[^#$\n]{0,120}[#$]|[#$](?= (?:sudo |cat |less |grep |sshd |vim? |nano )))(?: .*)?$/

const prompts: Cut = (text) => {
  const lines = text.split('\n')
  return changed(text, lines.map((line) => (PROMPT.test(line.trim()) ? '' : line)).join('\n'))
}

const changed = (old: string, text: string): string | undefined => (text === old ? undefined : text)

const CUTS: readonly (readonly [without: string, cut: Cut])[] = [
  ['the byte-order mark at its beginning, which makes sshd refuse the first line', byteOrderMark],
  ['the marks of a JSON string', jsonString],
  ['the colours of a terminal', colours],
  ['control characters', controls],
  ['the Markdown fences around it', fences],
  ["the quotation marks ('> ') before its lines", quotes],
  ['the Markdown fences around it', fences],
  ['the numbers before its lines', lineNumbers],
  ['the prompts of a shell', prompts],
]

/** Takes off what a copy puts around the lines of a file. A configuration as sshd reads it comes back as it is. */
export function withoutPasteMarks(raw: string): Pasted {
  let text = raw
  const without: string[] = []
  for (const [name, cut] of CUTS) {
    const rest = cut(text)
    if (rest === undefined) continue
    text = rest
    if (!without.includes(name)) without.push(name)
  }
  return { text, without }
}
