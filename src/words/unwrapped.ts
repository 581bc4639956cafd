/** Colours, cursor movements, titles of windows: CSI, OSC and the short escapes of ECMA-48. */
// eslint-disable-next-line no-control-regex
const ESCAPES =
  /\x1b(?:\[[0-9;?<=>!]{0,30}[@-~]|\][^\x07\x1b]{0,300}(?:\x07|\x1b\\)?|[()*+][0-9A-Za-z]|[=>78cDEHMNOZ])/g
/** The same as `cat -v`, JSON, editors and web pages show them. */
const SHOWN_ESCAPES = /(?:\^\[|\\x1[bB]|\\u001[bB]|\\033|\\e)\[[0-9;?]{0,30}[A-Za-z]/g
/** A colour of which the escape itself was lost on the way. */
const LOST_ESCAPES = /\[\d{1,3}(?:;\d{1,3}){0,4}m(?![\d\]])/g

/** What a terminal would show of a line: without escapes, and with what was rubbed out gone. */
export function asShown(line: string): string {
  let text = line
  if (text.includes('\x1b')) text = text.replace(ESCAPES, '')
  if (text.includes('[')) text = text.replace(SHOWN_ESCAPES, '').replace(LOST_ESCAPES, '')
  if (!text.includes('\b')) return text
  const kept: string[] = []
  for (const letter of text)
    if (letter === '\b') kept.pop()
    else kept.push(letter)
  return kept.join('')
}

const ENTITIES: Readonly<Record<string, string>> = { gt: '>', lt: '<', amp: '&', quot: '"', apos: "'", nbsp: ' ' }

/** HTML's entities as the letters they stand for; others than the usual ones stay. */
export const withoutEntities = (line: string): string =>
  line.replace(/&(?:(gt|lt|amp|quot|apos|nbsp)|#(\d{1,6})|#x([\da-fA-F]{1,5}));/g, (all, name, decimal, hex) => {
    if (name) return ENTITIES[name as string] ?? all
    const code = decimal ? Number(decimal) : parseInt(hex as string, 16)
    return code >= 32 && code < 0xd800 ? String.fromCharCode(code) : all
  })

const JSON_ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

/** Undoes JSON's escapes without asking for valid JSON: what people paste is cut off or quoted twice. */
const unescapeJson = (line: string): string =>
  line.replace(/\\(?:u([0-9a-fA-F]{4})|([^]))/g, (_, hex: string | undefined, one: string | undefined) =>
    hex ? String.fromCharCode(parseInt(hex, 16)) : (JSON_ESCAPES[one ?? ''] ?? one ?? ''),
  )

/** Tools that log JSON put ssh's words, line ends and all, into one string. */
const JSON_STRING = /"(?:msg|stderr|module_stderr|message|error)"\s{0,20}:\s{0,20}"/
const ANY_JSON_STRING = /"[\w.@ -]{1,60}"\s{0,20}:\s{0,20}"/
/** Pretty-printed, each field has a line of its own. */
const ONE_FIELD = /^"[\w.@ -]{1,60}"\s{0,20}:\s{0,20}"((?:[^"\\]|\\.){0,16000})"?,?$/
/** A journal's own JSON is read by whoever reads logs. */
const OF_A_JOURNAL = /"(?:__CURSOR|__REALTIME_TIMESTAMP|_PID|MESSAGE)"\s{0,20}:/

const TEXTS_KEPT = 100

function textsIn(value: unknown, texts: string[], depth: number): void {
  if (texts.length >= TEXTS_KEPT || depth > 6) return
  if (typeof value === 'string') {
    if (/\s/.test(value.trim())) texts.push(value)
  } else if (value !== null && typeof value === 'object')
    for (const inner of Object.values(value)) textsIn(inner, texts, depth + 1)
}

/** `<web> (255, b'', b'…\\r\\n')`: what Ansible -vvv and other programs in Python show of a program's output. */
const OF_PYTHON = /(?:^<[^>]{1,255}> \(\d{1,5}, |(?:stderr|stdout|output)[=:] ?)b?(['"])/

/** The lines in a string as Python shows it; undefined where there is none. */
export function linesInPython(line: string): string[] | undefined {
  if (!line.includes('\\n') || !OF_PYTHON.test(line)) return undefined
  return line
    .split(/(?:^|[ ,(=])b?['"]|['"](?=[,)])/)
    .flatMap((part) => unescapeJson(part).split(/\r*\n|\r/))
    .filter((part) => /\w{3}/.test(part))
}

/** The lines in the strings of a line of JSON; undefined where it is none. */
export function linesInJson(line: string): string[] | undefined {
  if (!line.includes('":') && !line.includes('" :')) return undefined
  if (OF_A_JOURNAL.test(line)) return undefined
  const trimmed = line.trim()
  if (trimmed.startsWith('{') && trimmed.endsWith('}')) {
    const texts: string[] = []
    try {
      textsIn(JSON.parse(trimmed), texts, 0)
    } catch {
      // Cut off, or quoted twice: read as it stands, below.
    }
    if (texts.length > 0) return texts.flatMap((text) => text.split(/\r*\n|\r/))
  }
  const field = ONE_FIELD.exec(trimmed)?.[1]
  if (field !== undefined && /\s|\\n/.test(field))
    return unescapeJson(field)
      .trimEnd()
      .split(/\r*\n|\r/)
  if (!JSON_STRING.test(line) && !(line.includes('\\n') && ANY_JSON_STRING.test(line))) return undefined
  return unescapeJson(line).split(/\r*\n|\r/)
}
