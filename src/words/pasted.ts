import { behindPrompt } from './prompt.ts'
import { asShown, linesInJson, linesInPython, withoutEntities } from './unwrapped.ts'

/** A line of what somebody pasted, without what terminals, tickets, editors and web pages put around it. */
export interface PastedLine {
  /** Which line of the paste it is, from 1; several have the same number where one line held several. */
  line: number
  /** The last line of it, where a line was broken into several and put together again. */
  through?: number
  text: string
  /** A shell's prompt stood in front: it is a command, or was printed beside the prompt. */
  prompt?: true
}

/** No message is longer; JSON around one may be. */
const LONGEST = 16_384
/** Broken lines are put together of so many at most, and no terminal that breaks them is wider. */
const PIECES = 5
/** Words may be lost or kept at each break; so many ways to put them together are tried. */
const WAYS = 8
const WIDEST = 300
/** Who pastes more than so many lines that nobody knows pastes no screenshot. */
const TRIES = 1000

interface Options {
  /** Whether a line is a message that is known; broken lines are put together only into such a one. */
  known?: (line: string) => boolean
  /** Of more lines, the first and the last so many. */
  head?: number
  tail?: number
}

/**
 * The lines of a pasted text: read through terminals' escapes, Windows' and UTF-16's line ends, quotes of a ticket, fences and tables of
 * Markdown, HTML's entities, JSON's strings, line numbers, indentation, prompts, halves of letters, and lines that a screenshot broke.
 * Every line has an entry, also an empty one. Never throws; linear in the text.
 */
export function pastedLines(text: string, { known, head = Infinity, tail = Infinity }: Options = {}): PastedLine[] {
  const lines = rawLines(decoded(text), head, tail)
  for (const one of lines) {
    const shown = withoutEntities(asShown(one.text))
    one.text = withoutHalves(withoutQuotes(shown))
  }
  dropNumbers(lines)
  dedent(lines)
  const all = lines.flatMap((one) => unpacked(one))
  return known ? joined(all, known) : all
}

/** PowerShell writes UTF-16, which read as UTF-8 has a zero beside every letter. */
function decoded(text: string): string {
  const zeros = text.slice(0, 4000).split('\0').length - 1
  const plain = zeros > text.slice(0, 4000).length / 4 ? text.replaceAll('\0', '') : text
  return plain.replace(/^[\ufeff\ufffd]{1,4}/, '')
}

function rawLines(text: string, head: number, tail: number): PastedLine[] {
  // Without a single line feed, carriage returns end lines; beside them they only go back to the line's start.
  const raw = text.includes('\n') ? text.split(/\r*\n/) : text.split('\r')
  if (raw.at(-1) === '') raw.pop()
  const numbered = (from: number, to: number): PastedLine[] =>
    raw.slice(from, to).flatMap((one, i) =>
      one
        .slice(0, LONGEST)
        .split('\r')
        .map((part) => ({ line: from + i + 1, text: part })),
    )
  if (raw.length <= head + tail) return numbered(0, raw.length)
  return [...numbered(0, head), ...numbered(raw.length - tail, raw.length)]
}

/** Half a letter at either end of a line, as a cut text has it. */
const withoutHalves = (line: string): string =>
  line.replace(/^[\ufffd\udc00-\udfff]{1,4}/, '').replace(/[\ufffd\ud800-\udbff]{1,4}$/, '')

/** `> ` of tickets and mails, as deep as they are nested. */
const withoutQuotes = (line: string): string =>
  line.startsWith('>') || /^ {1,3}> /.test(line) ? line.replace(/^ {0,3}(?:> {0,3}){1,12}/, '') : line

const NUMBER = /^ {0,8}(\d{1,6})([:|│\t]| {1,4}[|│] ?| {1,4}(?=\S)| {0,4}$)(?!\d\d:)/

/** Line numbers: those of most lines, and each greater than the one before it; by one where only spaces stand behind. */
function dropNumbers(lines: PastedLine[]): void {
  const full = lines.filter(({ text }) => text.trim() !== '')
  const found = full.map(({ text }) => NUMBER.exec(text))
  let before: RegExpExecArray | undefined
  let growing = 0
  for (const m of found) {
    if (!m) continue
    const step = before ? Number(m[1]) - Number(before[1]) : 1
    const bySpaces = /^ *$/.test(m[2] ?? '')
    if (step < 1 || (bySpaces && step !== 1)) return
    before = m
    growing++
  }
  if (growing < 2 || growing < full.length * 0.6) return
  for (const [i, one] of full.entries()) {
    const m = found[i]
    if (m) one.text = one.text.slice(m[0].length)
  }
}

/** What whole paragraphs are indented by: code blocks of Markdown, tickets, wikis. */
function dedent(lines: PastedLine[]): void {
  let from = 0
  for (let i = 0; i <= lines.length; i++) {
    if (i < lines.length && lines[i]!.text.trim() !== '') continue
    const paragraph = lines.slice(from, i)
    const indent = Math.min(...paragraph.slice(0, 1000).map(({ text }) => /^[ \t]*/.exec(text)![0].length))
    if (indent > 0 && Number.isFinite(indent))
      for (const one of paragraph) one.text = one.text.slice(Math.min(indent, /^[ \t]*/.exec(one.text)![0].length))
    from = i + 1
  }
}

/** Fences say nothing; the cells of a table are a line; a line of JSON is the lines in its strings. */
function unpacked(one: PastedLine): PastedLine[] {
  const { line, text } = one
  if (/^(?:`{3,}|~{3,})[\w .-]{0,30}$/.test(text)) return [{ line, text: '' }]
  const inside = linesInJson(text) ?? linesInPython(text)
  if (inside) return inside.map((part) => withPrompt(line, cells(part)))
  return [withPrompt(line, cells(text.replace(/^`([^`]{1,8000})`$/, '$1')))]
}

function withPrompt(line: number, text: string): PastedLine {
  const behind = behindPrompt(text)
  return behind === undefined ? { line, text: text.trimEnd() } : { line, text: behind.trimEnd(), prompt: true }
}

/** `| a | b |`; the picture of a host key has bars as well, but of small letters only `o`. */
function cells(text: string): string {
  if (!/^\|.{1,8000}\|\s*$/.test(text) || !/[a-np-z]{2}/.test(text)) return text
  return text
    .trimEnd()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ')
}

/** A line of its own, whatever stood before it: it has a time, a level or a speaker in front. */
const BEGINS = /^(?:debug[123]: |[A-Z][a-z]{2} [ \d]\d \d\d:|\d{4}-\d\d-\d\d[T ]|\[\d\d:\d\d|ssh: |\s)/

/** The ways to put pieces together: a word may go on across a break, or a space was lost there. */
const waysOf = (pieces: readonly PastedLine[]): string[] =>
  pieces
    .slice(1)
    .reduce(
      (texts, { text }) => texts.flatMap((front) => [front + text, `${front} ${text}`]).slice(0, WAYS),
      [pieces[0]?.text ?? ''],
    )

const mayContinue = (line: PastedLine | undefined): line is PastedLine =>
  line !== undefined && !line.prompt && line.text.length > 1 && line.text.length <= WIDEST && !BEGINS.test(line.text)

/** Puts a line together with the next ones where that makes a message that is known, and none of them is one. */
function joined(lines: readonly PastedLine[], known: (line: string) => boolean): PastedLine[] {
  const all: PastedLine[] = []
  let nextIsKnown: boolean | undefined
  let tries = TRIES
  for (let i = 0; i < lines.length; i++) {
    const one = lines[i]!
    const isKnown = nextIsKnown ?? known(one.text)
    nextIsKnown = undefined
    let whole: string | undefined
    let pieces = 1
    if (isKnown || one.text.length < 8 || one.text.length > WIDEST || tries-- < 1) {
      all.push(one)
      continue
    }
    while (whole === undefined && pieces < PIECES && mayContinue(lines[i + pieces])) {
      const stands = known(lines[i + pieces]!.text)
      if (pieces === 1) nextIsKnown = stands
      if (stands) break
      pieces++
      whole = waysOf(lines.slice(i, i + pieces)).find(known)
    }
    // Not what only stood in front of the pieces.
    if (whole !== undefined && !waysOf(lines.slice(i + 1, i + pieces)).some(known)) {
      all.push({ ...one, text: whole, through: lines[i + pieces - 1]!.line })
      i += pieces - 1
      nextIsKnown = undefined
    } else all.push(one)
  }
  return all
}

/** What is read of a text, in characters and in lines; what a flood has in its middle decides nothing. A login with -vvv through two jump hosts has some 600 lines. */
const HEAD_READ = 256 * 1024
const TAIL_READ = 1024 * 1024
const HEAD_LINES = 4000
const TAIL_LINES = 12_000

/**
 * The lines of the first 256 Ki and last 1 Mi characters of a text that were printed: a command behind a prompt is nobody's message, what was
 * printed beside a prompt is. Blank ones are left out.
 */
export function printedLines(text: string, known: (line: string) => boolean): string[] {
  const read = text.length > HEAD_READ + TAIL_READ ? `${text.slice(0, HEAD_READ)}\n${text.slice(-TAIL_READ)}` : text
  return pastedLines(read, { known, head: HEAD_LINES, tail: TAIL_LINES }).flatMap((line) =>
    line.text.trim() === '' || (line.prompt && !known(line.text)) ? [] : [line.text],
  )
}
