import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { keyOf, partsOf } from '../src/words/openssh/format.ts'
import { slugOf } from '../src/words/openssh/slug.ts'

/**
 * `node lab/lexicon.ts MESSAGES.tsv`: the formats of OpenSSH's log calls, release by release (level, side, files, first, last, format), as the data
 * of the lexicon, and with them lab/messages-more.tsv: what is logged at a level that is decided at run time, and what ssh prints without its
 * log. An id once given stays: the data that stand are read, and only new formats get new ids.
 */

const DATA = join(resolve(import.meta.dirname, '..'), 'src/words/openssh/messages.json')
const MORE = join(import.meta.dirname, 'messages-more.tsv')

const LEVELS: Readonly<Record<string, string>> = {
  DEBUG3: '3',
  DEBUG2: '2',
  DEBUG1: '1',
  VERBOSE: 'v',
  INFO: 'i',
  ERROR: 'e',
  FATAL: 'f',
}

interface Data {
  /** The releases that were read. */
  oldest: string
  newest: string
  /** Source files, by number. */
  files: string[]
  /** `levels|side|first|last|files|id|format`; an empty release is the oldest or newest that was read, an empty id the format's slug. */
  rows: string[]
}

const sideOf = (sides: ReadonlySet<string>): string => {
  if (sides.has('both') || (sides.has('ssh') && sides.has('sshd'))) return 'b'
  return sides.has('sshd') ? 's' : 'c'
}

const release = (text: string): number => {
  const [major, minor] = text.split('.').map(Number)
  return major! * 100 + minor!
}

interface Message {
  format: string
  levels: Set<string>
  sides: Set<string>
  files: Set<string>
  releases: string[]
}

/** One for each format: where several tables have it, all they say of it. */
function messagesOf(tables: readonly string[]): Message[] {
  const byFormat = new Map<string, Message>()
  for (const line of tables.flatMap((tsv) => tsv.split('\n').slice(1))) {
    if (line === '') continue
    const [levels, sides, files, first, last, format] = line.split('\t') as [
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    const known = byFormat.get(format)
    const message = known ?? { format, levels: new Set(), sides: new Set(), files: new Set(), releases: [] }
    for (const level of levels.split(',')) message.levels.add(LEVELS[level]!)
    for (const side of sides.split('+')) message.sides.add(side)
    for (const file of files.split(',')) message.files.add(file)
    message.releases.push(first, last)
    byFormat.set(format, message)
  }
  return [...byFormat.values()]
}

const inOrder = (releases: readonly string[]): string[] => releases.toSorted((a, b) => release(a) - release(b))

function made(tables: readonly string[]): Data {
  const messages = messagesOf(tables)
  const releases = inOrder(messages.flatMap((message) => message.releases))
  const [oldest, newest] = [releases[0]!, releases.at(-1)!]
  const files = [...new Set(messages.flatMap((message) => [...message.files]))].toSorted()
  const ids = idsOf(messages.map(({ format }) => format))
  const rows = messages.map((message) => {
    const between = inOrder(message.releases)
    const id = ids.get(message.format)!
    return [
      [...message.levels].toSorted().join(''),
      sideOf(message.sides),
      between[0] === oldest ? '' : between[0],
      between.at(-1) === newest ? '' : between.at(-1),
      [...message.files].map((file) => files.indexOf(file)).join(','),
      id === slugOf(message.format) ? '' : id,
      message.format,
    ].join('|')
  })
  return { oldest, newest, files, rows: rows.toSorted(byFormat) }
}

const formatOf = (row: string): string => row.split('|').slice(6).join('|')
const byFormat = (a: string, b: string): number => (formatOf(a) < formatOf(b) ? -1 : 1)

/** The slug of the words; where two have the same, the later ones by their holes, and at last by a number. */
function idsOf(formats: readonly string[]): Map<string, string> {
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  for (const row of before()?.rows ?? []) {
    const format = formatOf(row)
    const id = row.split('|')[5]! || slugOf(format)
    if (id === '') continue
    ids.set(format, id)
    taken.add(id)
  }
  for (const format of formats) {
    if (ids.has(format)) continue
    const plain = slugOf(format)
    const holes = slugOf(keyOf(partsOf(format)).replaceAll('%', ' any ')) || 'signs'
    let id = taken.has(plain) || plain === '' ? holes : plain
    for (let n = 2; taken.has(id); n++) id = `${plain || holes}-${n}`
    ids.set(format, id)
    taken.add(id)
  }
  return ids
}

function before(): Data | undefined {
  try {
    return JSON.parse(readFileSync(DATA, 'utf8')) as Data
  } catch {
    return undefined
  }
}

if (import.meta.main) {
  const [path] = process.argv.slice(2)
  if (path === undefined) {
    console.error('usage: node lab/lexicon.ts MESSAGES.tsv')
    process.exit(2)
  }
  const data = made([path, MORE].map((table) => readFileSync(table, 'utf8')))
  writeFileSync(DATA, `${JSON.stringify(data, null, 0).replaceAll('","', '",\n"')}\n`)
  console.log(`${data.rows.length} formats of OpenSSH ${data.oldest} to ${data.newest}.`)
}
