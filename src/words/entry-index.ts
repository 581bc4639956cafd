import type { Entry } from './entry.ts'
import entryWords from './entry-words.json' with { type: 'json' }
import { WordIndex } from './line-index.ts'
import { weightOf } from './line-pattern.ts'
import { ENTRIES } from './registry.ts'

let index: WordIndex<Entry> | undefined
let byId: ReadonlyMap<string, Entry> | undefined

export function entryOf(id: string): Entry | undefined {
  byId ??= new Map(ENTRIES.map((entry) => [entry.id, entry]))
  return byId.get(id)
}

/** The entries that may fit a text with these words, by words that were looked up when the lexicon was made: nothing is analysed here. */
export function entryCandidates(words: readonly string[]): readonly Entry[] {
  index ??= new WordIndex([entryWords.words], entryOf)
  return index.candidates(words)
}

const weights = new Map<Entry, number>()

/** How many letters of its own an entry has, of what every text it fits must hold. */
export function weightOfEntry(entry: Entry): number {
  let weight = weights.get(entry)
  if (weight === undefined) weights.set(entry, (weight = weightOf(entry.words.source)))
  return weight
}
