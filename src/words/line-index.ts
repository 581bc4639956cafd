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

  /** What may fit a text, each once. */
  candidates(text: string): T[] {
    const found = [...this.#always]
    for (const word of new Set(text.match(WORD))) {
      const known = this.#byWord.get(word)
      if (known) found.push(...known)
    }
    return found
  }
}

const WORD = /\w+/g
/** Text that may go on in a letter is no whole word: a hole glues, as a letter would. */
const GLUED = /[\w\0]+/g

/** The longest word that stands whole between the holes of a text, each hole a NUL; undefined where there is none. */
export function longestWord(text: string): string | undefined {
  let longest: string | undefined
  for (const word of text.match(GLUED) ?? [])
    if (!word.includes('\0') && word.length > (longest?.length ?? 0)) longest = word
  return longest
}

/** A regular expression's own text with a NUL for whatever is not plain words; only what every match must hold is left. */
export function plainWordsOf(source: string): string {
  let words = ''
  let depth = 0
  for (let i = 0; i < source.length; i++) {
    const c = source[i]!
    if (c === '\\') {
      const escaped = source[++i] ?? ''
      if (depth === 0) words += /[a-zA-Z\d]/.test(escaped) ? '\0' : escaped
      continue
    }
    if (c === '[') {
      i = endOfClass(source, i)
      if (depth === 0) words += '\0'
      continue
    }
    if (c === '(') {
      depth++
      words += '\0'
    } else if (c === ')') {
      depth--
      words += '\0'
    } else if (depth > 0) continue
    else if (c === '|') return ''
    else if (c === '?' || c === '*' || c === '{') {
      words = `${words.slice(0, -1)}\0`
      if (c === '{') i = source.indexOf('}', i)
    } else if (c === '+') words += '\0'
    else if (c === '.') words += '\0'
    else if (c !== '^' && c !== '$') words += c
  }
  return words
}

function endOfClass(source: string, from: number): number {
  for (let i = from + 1; i < source.length; i++) {
    if (source[i] === '\\') i++
    else if (source[i] === ']') return i
  }
  return source.length
}
