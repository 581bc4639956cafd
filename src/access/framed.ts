/** What is kept of the noise in front of the mark. */
const NOISE_KEPT = 4096

/** One stream of a command: what comes before its mark is noise, of what comes after the first so many bytes are kept. */
export class Framed {
  readonly #mark: Buffer | undefined
  readonly #most: number
  #chunks: Buffer[] = []
  #size = 0
  #before: Buffer = Buffer.alloc(0)
  /** Rest of the mark's own line; undefined until the mark has come. */
  marked: string | undefined
  cut = false

  constructor(most: number, mark?: string) {
    this.#most = most
    this.#mark = mark === undefined ? undefined : Buffer.from(mark)
    if (mark === undefined) this.marked = ''
  }

  /** Takes in a chunk. @returns what of it stands behind the mark */
  add(chunk: Buffer, keep: boolean): Buffer {
    const fresh = this.marked === undefined ? this.#seek(chunk) : chunk
    if (!keep || fresh.length === 0) return fresh
    const room = this.#most - this.#size
    if (fresh.length > room) this.cut = true
    if (room > 0) {
      // A copy: a slice would hold on to the whole block it was read into.
      const kept = Buffer.from(fresh.subarray(0, room))
      this.#chunks.push(kept)
      this.#size += kept.length
    }
    return fresh
  }

  get noise(): string {
    return this.#before.toString('utf8')
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString('utf8')
  }

  #seek(chunk: Buffer): Buffer {
    const seen = Buffer.concat([this.#before, chunk])
    const at = seen.indexOf(this.#mark!)
    const end = at < 0 ? -1 : seen.indexOf('\n', at)
    if (end < 0) {
      this.#before = seen.subarray(at < 0 ? -NOISE_KEPT : Math.max(0, at - NOISE_KEPT))
      return Buffer.alloc(0)
    }
    this.marked = seen.toString('utf8', at + this.#mark!.length, end).trim()
    this.#before = Buffer.from(seen.subarray(Math.max(0, at - NOISE_KEPT), at))
    return seen.subarray(end + 1)
  }
}
