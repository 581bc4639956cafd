/** A stream up to its mark: `\nMARK WORD\n`. Of what comes before the first so many bytes are kept. */
export class UntilMark {
  readonly #mark: Buffer
  readonly #most: number
  readonly #chunks: Buffer[] = []
  #size = 0
  #tail: Buffer = Buffer.alloc(0)
  /** The word behind the mark; undefined until it has come. */
  marked: string | undefined
  cut = false

  constructor(mark: string, most: number) {
    this.#mark = Buffer.from(`\n${mark} `)
    this.#most = most
  }

  /** Takes in a chunk; what comes behind the mark is dropped. */
  add(chunk: Buffer): void {
    if (this.marked !== undefined) return
    const seen = Buffer.concat([this.#tail, chunk])
    const at = seen.indexOf(this.#mark)
    const end = at < 0 ? -1 : seen.indexOf('\n', at + this.#mark.length)
    if (end >= 0) {
      this.marked = seen.toString('utf8', at + this.#mark.length, end)
      this.#keep(seen.subarray(0, at))
      this.#tail = Buffer.alloc(0)
      return
    }
    // The mark may have begun.
    const sure = at < 0 ? Math.max(0, seen.length - this.#mark.length) : at
    this.#keep(seen.subarray(0, sure))
    this.#tail = Buffer.from(seen.subarray(sure))
  }

  text(): string {
    return Buffer.concat([...this.#chunks, this.marked === undefined ? this.#tail : Buffer.alloc(0)]).toString('utf8')
  }

  #keep(bytes: Buffer): void {
    const room = this.#most - this.#size
    if (bytes.length > room) this.cut = true
    if (room <= 0 || bytes.length === 0) return
    const kept = Buffer.from(bytes.subarray(0, room))
    this.#chunks.push(kept)
    this.#size += kept.length
  }
}
