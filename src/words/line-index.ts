/** Looks patterns up by a word each of them must hold: a line of ten words is tried on a few patterns, not on thousands. */
export class WordIndex<T> {
  readonly #byWord = new Map<string, T[]>()
  readonly #always: T[] = []

  /** `word`: one that stands whole in every text of the item; undefined where it has none. */
  add(word: string | undefined, item: T): void {
    if (word === undefined) this.#always.push(item)
    else {
      const known = this.#byWord.get(word)
      if (known) known.push(item)
      else this.#byWord.set(word, [item])
    }
  }

  /** Under several words, of which one stands in every text of the item; undefined where there are none such. */
  addUnder(words: readonly string[] | undefined, item: T): void {
    if (words === undefined) this.add(undefined, item)
    else for (const word of words) this.add(word, item)
  }

  /** What may fit a text with these words. */
  candidates(words: readonly string[]): readonly T[] {
    let found: readonly T[] | undefined
    for (const word of words) {
      const known = this.#byWord.get(word)
      if (known) found = found ? [...found, ...known] : known
    }
    if (this.#always.length === 0) return found ?? NONE
    return found ? [...found, ...this.#always] : this.#always
  }
}

const NONE: readonly never[] = []

/** The words of a text in small letters, each once. */
export const wordsIn = (text: string): readonly string[] => [...new Set(text.toLowerCase().match(WORD))]

const WORD = /\w+/g
