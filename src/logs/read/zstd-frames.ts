/**
 * Where a zstd frame ends (RFC 8878, 3.1.1). Node's decompressor stops at the end of the first one and drops what follows of the
 * same block without a word; `cat a.zst b.zst` and pzstd make files of many.
 */
export class ZstdFrame {
  #skip = 0
  #wanted = 4
  #got: number[] = []
  #step: 'magic' | 'length' | 'descriptor' | 'block' | 'end' | 'foreign' = 'magic'
  #checksum = false

  /** Index behind the frame's last byte in `bytes` from `from` on; −1 where the frame goes on beyond them. */
  endIn(bytes: Uint8Array, from: number): number {
    let at = from
    while (this.#step !== 'foreign') {
      const skipped = Math.min(this.#skip, bytes.length - at)
      this.#skip -= skipped
      at += skipped
      if (this.#skip > 0) return -1
      if (this.#step === 'end') return at
      while (this.#got.length < this.#wanted && at < bytes.length) this.#got.push(bytes[at++]!)
      if (this.#got.length < this.#wanted) return -1
      const value = this.#got.reduceRight((sum, byte) => sum * 256 + byte, 0)
      this.#got = []
      this.#next(value)
    }
    return -1
  }

  #next(value: number): void {
    switch (this.#step) {
      case 'magic':
        if (value === 0xfd2fb528) this.#want('descriptor', 1)
        else if (value >= 0x184d2a50 && value <= 0x184d2a5f) this.#want('length', 4)
        else this.#step = 'foreign'
        return
      case 'length':
        this.#skip = value
        this.#step = 'end'
        return
      case 'descriptor': {
        const single = (value & 0x20) !== 0
        const dictionary = [0, 1, 2, 4][value & 3]!
        const size = [single ? 1 : 0, 2, 4, 8][value >> 6]!
        this.#checksum = (value & 4) !== 0
        this.#skip = (single ? 0 : 1) + dictionary + size
        this.#want('block', 3)
        return
      }
      case 'block': {
        // A run-length block is one byte, whatever it stands for.
        this.#skip = ((value >> 1) & 3) === 1 ? 1 : value >> 3
        if ((value & 1) === 0) return
        this.#step = 'end'
        if (this.#checksum) this.#skip += 4
        return
      }
      default:
    }
  }

  #want(step: 'length' | 'descriptor' | 'block', bytes: number): void {
    this.#step = step
    this.#wanted = bytes
  }
}
