/** What has no word of its own stands under this. */
export const ALWAYS = '*'

/**
 * Looks patterns up by a word each of them must hold: a line of ten words is tried on a few patterns, not on thousands. The table was made
 * before (`npm run registries`), a line each word: `word key key …`. The items behind a word are only fetched when a text has it.
 */
export class WordIndex<T> {
  readonly #lines = new Map<string, string>()
  readonly #items = new Map<string, readonly T[]>()
  readonly #item: (key: string) => T | undefined

  /** `item`: what a key means; undefined for what is not wanted here. */
  constructor(tables: readonly (readonly string[])[], item: (key: string) => T | undefined) {
    this.#item = item
    for (const table of tables)
      for (const line of table) {
        const end = line.indexOf(' ')
        if (end < 0) continue
        const word = line.slice(0, end)
        const known = this.#lines.get(word)
        this.#lines.set(word, known === undefined ? line.slice(end + 1) : known + line.slice(end))
      }
  }

  /** What may fit a text with these words: of each word in turn, at last what may fit any. */
  candidates(words: readonly string[]): readonly T[] {
    let found: readonly T[] | undefined
    for (const word of words) {
      const items = this.#under(word)
      if (items && items.length > 0) found = found ? [...found, ...items] : items
    }
    const always = this.#under(ALWAYS)
    if (!always || always.length === 0) return found ?? NONE
    return found ? [...found, ...always] : always
  }

  #under(word: string): readonly T[] | undefined {
    const line = this.#lines.get(word)
    if (line === undefined) return undefined
    let items = this.#items.get(word)
    if (!items) this.#items.set(word, (items = line.split(' ').flatMap((key) => this.#item(key) ?? [])))
    return items
  }
}

const NONE: readonly never[] = []

/** The words of a text in small letters, each once. */
export const wordsIn = (text: string): readonly string[] => [...new Set(text.toLowerCase().match(WORD))]

const WORD = /\w+/g
