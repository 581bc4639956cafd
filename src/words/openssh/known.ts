import type { LogMessage } from '../../core/log-messages.ts'
import type { Level, Entry } from '../entry.ts'
import type { Speaker } from '../speakers.ts'
import { fill, keyOf, partsOf, type Part } from './format.ts'
import type { Fields, Names, Reading } from './note.ts'
import { noteOf } from './notes.ts'
import { originOf, rowOf, type Row } from './rows.ts'
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
      this.#reading = noteOf(keyOf(this.#parts)) ?? null
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
