import type { Entry } from '../src/words/entry.ts'
import { ALWAYS, WordIndex, wordsIn } from '../src/words/line-index.ts'
import { longestWord } from '../src/words/line-pattern.ts'
import { CONVERSION } from '../src/words/openssh/format.ts'
import { Known } from '../src/words/openssh/known.ts'
import { formatOfTemplate, wordingsOf } from '../src/words/openssh/note.ts'
import { narrowNotes } from '../src/words/openssh/notes.ts'
import { ROWS, rowOf } from '../src/words/openssh/rows.ts'
import type { Speaker } from '../src/words/speakers.ts'
import { wordsNeeded } from './words-needed.ts'

/**
 * The tables by which the lexicon is looked up, a line each word (words/line-index): to analyse some 1,500 patterns and 3,700 formats
 * takes longer than bare Node takes to start.
 */

type Keys = Map<string, string[]>

function put(keys: Keys, words: readonly string[] | undefined, key: string): void {
  for (const word of new Set(words ?? [ALWAYS])) {
    const known = keys.get(word)
    if (known) known.push(key)
    else keys.set(word, [key])
  }
}

const table = (keys: Keys): string[] =>
  [...keys].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([word, those]) => `${word} ${those.join(' ')}`)

/** The ids of the entries under the words of which one stands in whatever they fit. */
export function entryWords(entries: readonly Entry[]): { words: string[] } {
  const keys: Keys = new Map()
  for (const entry of entries) put(keys, wordsNeeded(entry.words), entry.id)
  return { words: table(keys) }
}

/** A message that a hole of a row's holds. */
type Narrow = readonly [row: number, by: Speaker | undefined, format: string]

export interface MessageWords {
  /** Places in messages.json, and `n` with those in `narrow`. */
  words: string[]
  /** Those that may name a fault. */
  telling: string[]
  /** `place|side|format`: the place of the row, who says it if not all who say the row. */
  narrow: string[]
}

export function messageWords(): MessageWords {
  const rows = ROWS.map((row) => new Known(row))
  const ofRows: Keys = new Map()
  rows.forEach((known, place) => put(ofRows, wordsOf(rowOf(known.row).format), `${place}`))
  const index = new WordIndex([table(ofRows)], Number)
  const narrow = narrowNotes().flatMap((note) =>
    wordingsOf(note).flatMap((template): Narrow[] => {
      const row = rowThatHolds(template, rows, index)
      return row === undefined ? [] : [[row, note.by ?? sideIn(template), formatOfTemplate(template)]]
    }),
  )
  const [all, telling]: [Keys, Keys] = [new Map(), new Map()]
  const each = (known: Known, format: string, key: string): void => {
    put(all, wordsOf(format), key)
    if (known.note()?.message !== undefined) put(telling, wordsOf(format), key)
  }
  rows.forEach((known, place) => each(known, rowOf(known.row).format, `${place}`))
  narrow.forEach(([row, by, format], place) => each(new Known(ROWS[row]!, { format, by }), format, `n${place}`))
  return {
    words: table(all),
    telling: table(telling),
    narrow: narrow.map(([row, by, format]) => `${row}|${by ?? ''}|${format}`),
  }
}

/** The word that stands whole in every text of a format. */
function wordsOf(format: string): readonly string[] | undefined {
  const word = longestWord(format.replace(CONVERSION, '\0'))
  return word === undefined ? undefined : [word]
}

/** packet.c: a server's connections are from somebody, a client's to somebody. */
const sideIn = (template: string): Speaker | undefined =>
  template.includes(': Connection from {') ? 'sshd' : template.includes(': Connection to {') ? 'ssh' : undefined

/** The message with a hole that holds a narrower one: the one most of whose words it has. */
function rowThatHolds(template: string, rows: readonly Known[], index: WordIndex<number>): number | undefined {
  const sample = template.replaceAll(/\{[a-z]*\}/g, '1')
  const holds = index.candidates(wordsIn(sample)).filter((place) => rows[place]!.match(sample))
  return holds.toSorted((a, b) => rows[b]!.weight - rows[a]!.weight)[0]
}
