/** Whole lines of a text, as many at a time as have come. */
export interface Piece {
  /** The number of its first line, from 1 over the whole text. */
  first: number
  /** Its lines, each but the last with its line end; a line that is far too long has lost what no message has. */
  text: string
  lines: number
}

/** A message is a few hundred characters long, and a log that stands in one JSON string some hundred thousand. */
const LONGEST_LINE = 1 << 20
/** So much is read before it is told, where more is there already. */
const ENOUGH = 1 << 17
/** Whoever writes slowly (`journalctl -f`) is not waited for longer, milliseconds. */
const PATIENCE = 200

/** Holds no more than one line and one piece, whatever the length of the text. */
export async function* piecesOf(text: AsyncIterable<string>): AsyncIterable<Piece> {
  const chunks = text[Symbol.asyncIterator]()
  const kept = new Kept()
  const ask = (): Promise<IteratorResult<string>> => {
    const next = chunks.next()
    // It may fail while nobody waits for it; whoever waits next hears of it.
    next.catch(() => undefined)
    return next
  }
  let next = ask()
  for (;;) {
    const came = kept.hasLines ? await orNothing(next) : await next
    if (came === undefined || kept.size >= ENOUGH) {
      const piece = kept.take()
      if (piece !== undefined) yield piece
    }
    if (came === undefined) continue
    if (came.done) break
    kept.add(came.value)
    next = ask()
  }
  const last = kept.takeAll()
  if (last !== undefined) yield last
}

/** Undefined where it takes too long. */
async function orNothing<T>(value: Promise<T>): Promise<T | undefined> {
  let clock: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    clock = setTimeout(resolve, PATIENCE, undefined)
  })
  try {
    return await Promise.race([value, late])
  } finally {
    clearTimeout(clock)
  }
}

class Kept {
  /** Whole lines that have not been told. */
  #whole: string[] = []
  /** The beginning of the line that is coming. */
  #open: string[] = []
  #openSize = 0
  #next = 1
  #lines = 0
  size = 0

  get hasLines(): boolean {
    return this.#whole.length > 0
  }

  add(text: string): void {
    const end = text.lastIndexOf('\n')
    if (end < 0) return this.#keepOpen(text)
    const begin = text.indexOf('\n')
    this.#keepOpen(text.slice(0, begin + 1), true)
    this.#keep(this.#takeOpen())
    if (begin < end) this.#keep(text.slice(begin + 1, end + 1))
    this.#keepOpen(text.slice(end + 1))
  }

  /** The whole lines that are there. */
  take(): Piece | undefined {
    if (this.#whole.length === 0) return undefined
    const piece = { first: this.#next, text: this.#whole.join(''), lines: this.#lines }
    this.#next += this.#lines
    this.#whole = []
    this.#lines = 0
    this.size = 0
    return piece
  }

  /** With the line that has no end. */
  takeAll(): Piece | undefined {
    const open = this.#takeOpen()
    if (open !== '') this.#keep(`${open}\n`)
    return this.take()
  }

  #keep(text: string): void {
    this.#whole.push(text)
    this.size += text.length
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lines++
  }

  /** Of a line too long to be anything but junk the beginning is kept, and its end. */
  #keepOpen(text: string, ends = false): void {
    const kept = text.slice(0, LONGEST_LINE - this.#openSize)
    if (kept !== '') this.#open.push(kept)
    if (ends && kept.length < text.length) this.#open.push('\n')
    this.#openSize += kept.length
  }

  #takeOpen(): string {
    const text = this.#open.join('')
    this.#open = []
    this.#openSize = 0
    return text
  }
}
