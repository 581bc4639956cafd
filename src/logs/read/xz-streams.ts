/**
 * Where an xz stream ends (The .xz File Format 1.2.1, 2.1 and 3; LZMA2's chunks carry their own lengths, so nothing needs decoding). The decoder
 * reads one stream and drops what follows; `cat a.xz b.xz` makes files of many.
 */
export class XzStream {
  #step: Step = 'stream-header'
  #wanted = 12
  #got: number[] = []
  #skip = 0
  /** Bytes of the block or the index so far: both are padded to a multiple of four. */
  #length = 0
  #check = 0
  /** Of the index: numbers that are still to come, two for each block, behind their own number. */
  #numbers = -1

  /** Index behind the stream's last byte in `bytes`; −1 where the stream goes on beyond them, or is none. */
  endIn(bytes: Uint8Array): number {
    let at = 0
    while (this.#step !== 'foreign') {
      const skipped = Math.min(this.#skip, bytes.length - at)
      this.#skip -= skipped
      this.#length += skipped
      at += skipped
      if (this.#skip > 0) return -1
      if (this.#step === 'end') return at
      while (this.#got.length < this.#wanted && at < bytes.length) this.#got.push(bytes[at++]!)
      if (this.#got.length < this.#wanted) return -1
      const got = this.#got
      this.#got = []
      this.#length += got.length
      this.#next(got)
    }
    return -1
  }

  #next(got: readonly number[]): void {
    const first = got[0]!
    switch (this.#step) {
      case 'stream-header':
        if (first !== 0xfd || got[1] !== 0x37) return this.#want('foreign', 0)
        this.#check = CHECK_SIZES[got[7]! & 0x0f]!
        return this.#want('block-or-index', 1)
      case 'block-or-index':
        this.#length = 1
        if (first === 0) return this.#want('index', 1)
        this.#skip = (first + 1) * 4 - 1
        return this.#want('chunk', 1)
      case 'chunk':
        if (first === 0) {
          this.#skip = padding(this.#length) + this.#check
          return this.#want('block-or-index', 1)
        }
        if (first >= 0x80) return this.#want(first >= 0xc0 ? 'packed-with-properties' : 'packed', 4)
        return first <= 2 ? this.#want('plain', 2) : this.#want('foreign', 0)
      case 'plain':
        this.#skip = first * 256 + got[1]! + 1
        return this.#want('chunk', 1)
      case 'packed':
      case 'packed-with-properties':
        this.#skip = got[2]! * 256 + got[3]! + 1 + (this.#step === 'packed' ? 0 : 1)
        return this.#want('chunk', 1)
      case 'index':
        return this.#index(first)
      default:
    }
  }

  #number = 0
  #bits = 0

  /** Numbers of seven bits a byte, the last one without the eighth: how many blocks, then two sizes of each. */
  #index(byte: number): void {
    this.#number += (byte & 0x7f) * 2 ** this.#bits
    this.#bits += 7
    if (byte & 0x80) return
    this.#numbers = this.#numbers < 0 ? this.#number * 2 : this.#numbers - 1
    this.#number = this.#bits = 0
    if (this.#numbers > 0) return
    this.#skip = padding(this.#length) + CRC32 + FOOTER
    this.#step = 'end'
  }

  #want(step: Step, bytes: number): void {
    this.#step = step
    this.#wanted = bytes
  }
}

type Step =
  | 'stream-header'
  | 'block-or-index'
  | 'chunk'
  | 'plain'
  | 'packed'
  | 'packed-with-properties'
  | 'index'
  | 'end'
  | 'foreign'

const CHECK_SIZES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64]
const CRC32 = 4
const FOOTER = 12

const padding = (length: number): number => (4 - (length % 4)) % 4
