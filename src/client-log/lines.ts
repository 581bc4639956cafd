/** What is read of a text, in characters; what a flood has in its middle decides nothing. */
const HEAD_READ = 256 * 1024
const TAIL_READ = 1024 * 1024
/** No line of ssh's own is longer: the server's list of algorithms is the longest, at some 1500 characters. */
const LONGEST_LINE = 4096
/** A login with -vvv through two jump hosts has some 600 lines. */
const HEAD_LINES = 4000
const TAIL_LINES = 12000

/** Tools that log JSON put ssh's words, line ends and all, into one string. */
const JSON_STRING = /"(?:msg|stderr|module_stderr|message|error)"\s*:\s*"/

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

/** Undoes JSON's escapes without asking for valid JSON: what people paste is cut off or quoted twice. */
const unescapeJson = (line: string): string =>
  line.replace(/\\(?:u([0-9a-fA-F]{4})|([^]))/g, (_, hex: string | undefined, one: string | undefined) =>
    hex ? String.fromCharCode(parseInt(hex, 16)) : (ESCAPES[one ?? ''] ?? one ?? ''),
  )

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
  for (let round = 0; round < 3; round++) {
    const before = text
    for (const prefix of PREFIXES) text = text.replace(prefix, '')
    if (text === before) break
  }
  return text.trimEnd()
}

/**
 * The lines of a client's text without what terminals, log viewers and wrapping programs put around them. CR, LF and both
 * end a line; the text's first 256 Ki and last 1 Mi characters
 * are read, of those the first 4000 and last 12000 lines, of a line 4096 characters. Linear in the text.
 */
export function clientLines(text: string): string[] {
  const read = text.length > HEAD_READ + TAIL_READ ? text.slice(0, HEAD_READ) + '\n' + text.slice(-TAIL_READ) : text
  const lines: string[] = []
  const all = read.split(/[\r\n]+/)
  if (all.length > HEAD_LINES + TAIL_LINES) all.splice(HEAD_LINES, all.length - HEAD_LINES - TAIL_LINES)
  for (const raw of all) {
    if (raw === '') continue
    const cut = raw.length > LONGEST_LINE ? raw.slice(0, LONGEST_LINE) : raw
    // eslint-disable-next-line no-control-regex
    const plain = cut.includes('\x1b') ? cut.replace(/\x1b\[[0-9;?]{0,20}[A-Za-z]/g, '') : cut
    if (!JSON_STRING.test(plain)) lines.push(bare(plain))
    else for (const one of unescapeJson(plain).split(/\r\n|\n|\r/)) lines.push(bare(one))
  }
  return lines.filter((line) => line !== '')
}
