import type { LogMessage } from '../../core/log-messages.ts'
import type { Level, Entry } from '../entry.ts'
import { WordIndex, wordsIn } from '../line-index.ts'
import { longestWord } from '../line-pattern.ts'
import type { Speaker } from '../speakers.ts'
import { CONVERSION, fill, keyOf, partsOf, type Part } from './format.ts'
import { formatOfTemplate, wordingsOf, type Fields, type Names, type Reading } from './note.ts'
import { narrowNotes, notesByKey } from './notes.ts'
import { originOf, ROWS, rowOf, type Row } from './rows.ts'
import { slugOf } from './slug.ts'
import { sentenceOf, stepOf } from './sentence.ts'
import { isPlain, isShort, isVague } from './vague.ts'

/** A message of OpenSSH's own log calls that a text may be. */
export class Known {
  readonly #text: string
  readonly #row: Row
  #parts: Part[] | undefined
  #words: string[] | undefined
  #reading: Reading | null | undefined
  readonly #narrow: boolean
  #vague: boolean | undefined
  #id: string | undefined
  readonly #entries = new Map<string, Entry>()

  /** `narrow`: the format of a message that a hole of the row's holds. */
  constructor(text: string, narrow?: { format: string; by?: Speaker | undefined }) {
    this.#text = text
    this.#row = rowOf(text)
    if (narrow) this.#row.format = narrow.format
    if (narrow?.by) this.#row.by = [narrow.by]
    this.#narrow = narrow !== undefined
  }

  /** The row's data, for a narrower message of the same releases and level. */
  get row(): string {
    return this.#text
  }

  /** One that stands whole in every text of it, by which it is looked up. */
  get word(): string | undefined {
    return longestWord(this.#row.format.replace(CONVERSION, '\0'))
  }
  get by(): readonly Speaker[] {
    return this.#row.by
  }
  get levels(): string {
    return this.#row.levels
  }
  /** How much of a text is the message's own words; those in front tell most. */
  get weight(): number {
    const words = this.#ownWords()
    return words.join('').length + (this.leads ? words[0]!.length : 0)
  }
  get vague(): boolean {
    this.#vague ??= isVague(this.#ownWords())
    return this.#vague
  }
  get leads(): boolean {
    return !this.#row.format.startsWith('%')
  }
  get described(): boolean {
    return this.#note() !== undefined
  }

  /** What its holes hold; undefined where the text is no such message. */
  match(text: string): string[] | undefined {
    this.#parts ??= partsOf(this.#row.format)
    const holes = fill(this.#parts, text)
    if (!holes) return undefined
    if (this.vague) return holes.every(isPlain) ? holes : undefined
    return this.leads || isPlain(holes[0] ?? '') || !isShort(this.#ownWords()) ? holes : undefined
  }

  /** The fields that its note names. A word with blanks is no address: then the holes are read from the left. */
  fields(text: string): Fields {
    const names = this.#note()?.names
    if (!names || names.every((name) => name === undefined)) return {}
    const right = named(names, this.match(text) ?? [])
    if (looksRight(right)) return right
    const left = named(names, fill(this.#parts ?? [], text, 'left') ?? [])
    return looksRight(left) ? left : right
  }

  note(): Reading['note'] | undefined {
    return this.#note()?.note
  }

  /** Which message it is, of this side; where both print it, of the one that people paste. */
  message(by: readonly Speaker[], fields: Fields): LogMessage | undefined {
    return messageOf(this.note()?.message, by, fields)
  }

  /** ssh and sshd both say it, each of itself. */
  get namesBySide(): boolean {
    return typeof this.note()?.message === 'object'
  }

  get id(): string {
    this.#id ??= this.#narrow ? slugOf(this.#row.format) : originOf(this.#text).id
    return this.#id
  }

  entry(by: readonly Speaker[], level: Level): Entry {
    const key = `${level} ${by.join(' ')}`
    const entry = this.#entries.get(key) ?? this.#newEntry(by, level)
    this.#entries.set(key, entry)
    return entry
  }

  #newEntry(by: readonly Speaker[], level: Level): Entry {
    const { since, until, files } = originOf(this.#text)
    const { format } = this.#row
    const file = files[0] ?? ''
    const note = this.note()
    const step = note?.step === 'open' ? undefined : (note?.step ?? stepOf(file, by))
    const entry: Entry = {
      id: this.id,
      by: by[0] ?? 'sshd',
      level,
      since,
      until,
      says: note?.says ?? sentenceOf(format, level, by, file),
      // Few ask for it.
      get words() {
        return wordsOf(format)
      },
      source: `OpenSSH ${since} to ${until}: ${files.join(', ')}`,
    }
    if (step !== undefined) entry.step = step
    if (note?.road !== undefined) entry.road = note.road
    if (note?.harmless) entry.harmless = true
    const message = this.message(by, {})
    if (message !== undefined) entry.message = message
    return entry
  }

  #ownWords(): string[] {
    this.#words ??= partsOf(this.#row.format).filter((part) => typeof part === 'string')
    return this.#words
  }

  #note(): Reading | undefined {
    if (this.#reading === undefined) {
      this.#parts ??= partsOf(this.#row.format)
      this.#reading = notesByKey().get(keyOf(this.#parts)) ?? null
    }
    return this.#reading ?? undefined
  }
}

function messageOf(names: Names | undefined, by: readonly Speaker[], fields: Fields): LogMessage | undefined {
  if (typeof names === 'function') return names(fields)
  return typeof names === 'object' ? names[by.includes('ssh') ? 'ssh' : 'sshd'] : names
}

function named(names: Reading['names'], holes: readonly string[]): Fields {
  const fields: Fields = {}
  names.forEach((name, i) => {
    const held = holes[i]
    if (name !== undefined && held !== undefined && held !== '') fields[name] = held
  })
  return fields
}

const ONE_WORD = ['address', 'port', 'line', 'limit', 'algorithm', 'option'] as const
const looksRight = (fields: Fields): boolean => ONE_WORD.every((name) => !/\s/.test(fields[name] ?? ''))

const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** A format as a pattern, for those that want one; lines are matched by format.ts, which is linear. */
const wordsOf = (format: string): RegExp =>
  new RegExp(
    `^${partsOf(format)
      .map((part) => (typeof part === 'string' ? escaped(part) : part.kind === 'any' ? '.*' : '\\S{1,40}'))
      .join('')}$`,
    's',
  )

interface Table {
  all: Known[]
  index: WordIndex<Known>
}

let table: Table | undefined

/** What OpenSSH may have said with these words, of any level and side. */
export const openSshCandidates = (words: readonly string[]): readonly Known[] => tableOf().index.candidates(words)

/** The messages of this side that may name a fault. */
export const tellingMessages = (by: Speaker): Known[] =>
  tableOf().all.filter((known) => known.by.includes(by) && known.note()?.message !== undefined)

function tableOf(): Table {
  if (table) return table
  const made: Table = { all: [], index: new WordIndex<Known>() }
  for (const row of ROWS) put(made, new Known(row))
  for (const note of narrowNotes())
    for (const template of wordingsOf(note)) {
      const row = rowThatHolds(template, made.index)
      if (row !== undefined)
        put(made, new Known(row, { format: formatOfTemplate(template), by: note.by ?? sideIn(template) }))
    }
  table = made
  return made
}

function put({ all, index }: Table, known: Known): void {
  all.push(known)
  index.add(known.word, known)
}

/** packet.c: a server's connections are from somebody, a client's to somebody. */
const sideIn = (template: string): Speaker | undefined =>
  template.includes(': Connection from {') ? 'sshd' : template.includes(': Connection to {') ? 'ssh' : undefined

/** The message with a hole that holds a narrower one: the one most of whose words it has. */
function rowThatHolds(template: string, index: WordIndex<Known>): string | undefined {
  const sample = template.replaceAll(/\{[a-z]*\}/g, '1')
  const holds = index.candidates(wordsIn(sample)).filter((known) => known.match(sample))
  return holds.toSorted((a, b) => b.weight - a.weight)[0]?.row
}
