/**
 * Where a message may begin within a line of something else: behind a file's name, another program's prefix, a quote, a bracket, a name of
 * sshd's without what makes it a tag.
 */
const BOUNDARY =
  /[:\]|>})] {0,2}(?=\S)|["'`“‘«](?=\S)| [-–—] (?=\S)|\b(?:sshd?|dropbear)(?:\.exe)? {1,2}(?=\S)|\b\d{1,6} (?=[a-z])/gi
/** What closes a quote or a sentence behind it. */
const CLOSED = /["'`”’».,;)\]}\s\\]{1,12}$/
const LINE_ENDS = /\\r?\\?n?["',\s\]}].{0,4000}$|\\r\\n.{0,4000}$/

/** Of a longer line nobody reads the rest. */
const MOST = 16
/** A shorter tail says nothing that could not be anybody's. */
const SHORTEST = 14

/** The parts of a line, from a boundary to its end, that may be a message; the longest first, each also without what closes it. */
export function tailsOf(line: string): string[] {
  const tails: string[] = []
  let boundaries = 0
  for (const m of line.matchAll(BOUNDARY)) {
    if (++boundaries > MOST) break
    const from = m.index + m[0].length
    const rest = line.slice(from)
    const quote = /["'`“‘«]/.exec(m[0])?.[0]
    const close = quote === undefined ? -1 : rest.search(CLOSING[quote] ?? /$^/)
    const forms = [
      rest,
      ...(close > 0 ? [rest.slice(0, close)] : []),
      rest.replace(LINE_ENDS, ''),
      rest.replace(CLOSED, ''),
    ]
    for (const form of forms)
      if (form.length >= SHORTEST && form.includes(' ') && !tails.includes(form)) tails.push(form)
  }
  return tails
}

const CLOSING: Readonly<Record<string, RegExp>> = {
  '"': /(?:\\r|\\n|")/,
  "'": /'(?!\w)/,
  '`': /`/,
  '“': /”/,
  '‘': /’/,
  '«': /»/,
}
