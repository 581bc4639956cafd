import type { LeftOut } from '../../../report/lines/document.ts'
import type { Piece } from './pieces.ts'

/** How much of each end is kept, in characters and in lines. */
export interface Most {
  size: number
  lines: number
}

/** The beginning and the end of a text of any length; how it ended stands at its end. */
export class BothEnds {
  readonly #most: Most
  #begin = new End()
  /** The beginning has all it holds. */
  #closed = false
  #end = new End()

  constructor(most: Most) {
    this.#most = most
  }

  add(piece: Piece): void {
    if (this.#closed) return this.#end.addLast(piece, this.#most)
    const [here, rest] = splitAt(piece, this.#most.lines - this.#begin.lines)
    if (here) this.#begin.add(here)
    this.#closed = rest !== undefined || this.#begin.size >= this.#most.size
    if (rest) this.#end.addLast(rest, this.#most)
  }

  /** What is kept, in the text's order, and what was left out of its middle. */
  kept(): { pieces: Piece[]; leftOut?: LeftOut } {
    const pieces = this.#end.lastLines(this.#most)
    const after = this.#begin.last
    const lines = (pieces[0]?.first ?? after + 1) - after - 1
    return { pieces: [...this.#begin.pieces, ...pieces], ...(lines > 0 && { leftOut: { after, lines } }) }
  }
}

class End {
  pieces: Piece[] = []
  size = 0
  lines = 0

  add(piece: Piece): void {
    this.pieces.push(piece)
    this.size += piece.text.length
    this.lines += piece.lines
  }

  /** What came first goes, as long as enough is left. */
  addLast(piece: Piece, most: Most): void {
    this.add(piece)
    for (;;) {
      const [first] = this.pieces
      const size = this.size - first!.text.length
      const lines = this.lines - first!.lines
      if (size < most.size && lines < most.lines) return
      if (this.pieces.length === 1) return
      this.pieces.shift()
      Object.assign(this, { size, lines })
    }
  }

  lastLines(most: Most): Piece[] {
    const [first, ...others] = this.pieces
    if (first === undefined) return []
    const [, rest] = splitAt(first, Math.max(0, this.lines - most.lines))
    return rest ? [rest, ...others] : others
  }

  /** The number of the last line. */
  get last(): number {
    const piece = this.pieces.at(-1)
    return piece === undefined ? 0 : piece.first + piece.lines - 1
  }
}

/** The first so many lines, and the others. */
function splitAt(piece: Piece, lines: number): [Piece?, Piece?] {
  if (lines <= 0) return [undefined, piece]
  if (lines >= piece.lines) return [piece]
  let at = 0
  for (let n = 0; n < lines; n++) at = piece.text.indexOf('\n', at) + 1
  const { first, text } = piece
  return [
    { first, text: text.slice(0, at), lines },
    { first: first + lines, text: text.slice(at), lines: piece.lines - lines },
  ]
}
