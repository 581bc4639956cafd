/**
 * A format of OpenSSH's own log calls, as its words and holes. `%s` may hold anything, so a text is matched from both ends: the last words
 * first, each where it stands furthest to the right, so that a stranger's name in front may hold what it likes. Linear in the text.
 */

/** `any`: whatever a `%s` holds, nothing included. The rest holds what printf makes of a number. */
type Kind = 'any' | 'int' | 'hex' | 'float' | 'char' | 'pointer'

export interface Hole {
  kind: Kind
}
export type Part = string | Hole

const NUMBERS = {
  int: '-?0123456789',
  hex: '0123456789abcdefABCDEF',
  float: '-0123456789.',
  pointer: '0123456789abcdefx',
} as const

export const CONVERSION = /%[-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|z|j)?([a-zA-Z%])|<ssh error>/g

/** 64 bits in octal, with a sign. */
const LONGEST_NUMBER = 24

const KINDS: Readonly<Record<string, Kind>> = {
  d: 'int',
  i: 'int',
  u: 'int',
  x: 'hex',
  X: 'hex',
  o: 'int',
  f: 'float',
  c: 'char',
  p: 'pointer',
}

/** Words and holes in turn; neighbours that are both `any` are one. */
export function partsOf(format: string): Part[] {
  const parts: Part[] = []
  const put = (part: Part): void => {
    const last = parts.at(-1)
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part
    else if (!(isAny(part) && isAny(last)) && part !== '') parts.push(part)
  }
  let at = 0
  for (const m of format.matchAll(CONVERSION)) {
    put(format.slice(at, m.index))
    put(m[1] === '%' ? '%' : { kind: KINDS[m[1] ?? ''] ?? 'any' })
    at = m.index + m[0].length
  }
  put(format.slice(at))
  return parts
}

const isAny = (part: Part | undefined): boolean => typeof part === 'object' && part.kind === 'any'

/** The words alone, a `%` for each hole: two spellings of one message have the same. */
export const keyOf = (parts: readonly Part[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : '%')).join('')

/** What stands in each hole, in order; undefined where the text is no such message. */
export function fill(parts: readonly Part[], text: string, from: 'right' | 'left' = 'right'): string[] | undefined {
  const blocks = blocksOf(parts)
  return from === 'right' ? fromRight(blocks, text) : fromLeft(blocks, text)
}

/** What stands between two holes that hold anything. */
type Block = readonly Part[]

function blocksOf(parts: readonly Part[]): Block[] {
  const blocks: Part[][] = [[]]
  for (const part of parts) {
    if (isAny(part)) blocks.push([])
    else blocks.at(-1)!.push(part)
  }
  return blocks
}

interface Place {
  start: number
  end: number
  holes: string[]
}

function fromRight(blocks: readonly Block[], text: string): string[] | undefined {
  const head = forward(blocks[0]!, text, 0)
  if (!head) return undefined
  if (blocks.length === 1) return head.end === text.length ? head.holes : undefined
  const tail = backward(blocks.at(-1)!, text, text.length)
  if (!tail || tail.start < head.end) return undefined
  const holes: string[][] = [tail.holes]
  let limit = tail.start
  for (let i = blocks.length - 2; i > 0; i--) {
    const place = last(blocks[i]!, text, head.end, limit)
    if (!place) return undefined
    holes.unshift(place.holes, [text.slice(place.end, limit)])
    limit = place.start
  }
  return [...head.holes, text.slice(head.end, limit), ...holes.flat()]
}

function fromLeft(blocks: readonly Block[], text: string): string[] | undefined {
  const head = forward(blocks[0]!, text, 0)
  if (!head) return undefined
  if (blocks.length === 1) return head.end === text.length ? head.holes : undefined
  const tail = backward(blocks.at(-1)!, text, text.length)
  if (!tail || tail.start < head.end) return undefined
  const holes: string[] = [...head.holes]
  let limit = head.end
  for (let i = 1; i < blocks.length - 1; i++) {
    const place = first(blocks[i]!, text, limit, tail.start)
    if (!place) return undefined
    holes.push(text.slice(limit, place.start), ...place.holes)
    limit = place.end
  }
  return [...holes, text.slice(limit, tail.start), ...tail.holes]
}

/** The block at `start`, its numbers as long as the words behind them allow. */
function forward(block: Block, text: string, start: number): Place | undefined {
  const holes: string[] = []
  let at = start
  for (let i = 0; i < block.length; i++) {
    const part = block[i]!
    if (typeof part === 'string') {
      if (!text.startsWith(part, at)) return undefined
      at += part.length
      continue
    }
    const next = block[i + 1]
    let end = at
    while (end < text.length && fits(part.kind, text[end]!, end - at)) end++
    if (typeof next === 'string') while (end > at && !text.startsWith(next, end)) end--
    if (end === at) return undefined
    holes.push(text.slice(at, end))
    at = end
  }
  return { start, end: at, holes }
}

function backward(block: Block, text: string, end: number): Place | undefined {
  const holes: string[] = []
  let at = end
  for (let i = block.length - 1; i >= 0; i--) {
    const part = block[i]!
    if (typeof part === 'string') {
      if (!text.endsWith(part, at)) return undefined
      at -= part.length
      continue
    }
    const before = block[i - 1]
    let start = at
    while (start > 0 && fits(part.kind, text[start - 1]!, at - start)) start--
    if (typeof before === 'string') while (start < at && !text.endsWith(before, start)) start++
    if (start === at) return undefined
    holes.unshift(text.slice(start, at))
    at = start
  }
  return { start: at, end, holes }
}

/** Whether a hole may hold this letter, too, `so far` letters being its own. */
const fits = (kind: Kind, c: string, soFar: number): boolean =>
  kind === 'char' ? soFar === 0 : kind !== 'any' && soFar < LONGEST_NUMBER && NUMBERS[kind].includes(c)

/** The block's own longest words, which are looked for; a block of numbers alone has none. */
function anchorOf(block: Block): number {
  let best = -1
  block.forEach((part, i) => {
    if (typeof part === 'string' && (best < 0 || part.length > (block[best] as string).length)) best = i
  })
  return best
}

/** The block where it stands furthest to the right, within `from` and `to`. */
function last(block: Block, text: string, from: number, to: number): Place | undefined {
  const anchor = anchorOf(block)
  if (anchor < 0) {
    for (let end = to; end > from; end--) {
      const place = backward(block, text, end)
      if (place && place.start >= from) return place
    }
    return undefined
  }
  const words = block[anchor] as string
  for (let at = text.lastIndexOf(words, to - words.length); at >= from; at = text.lastIndexOf(words, at - 1)) {
    const place = around(block, anchor, text, at)
    if (place && place.start >= from && place.end <= to) return place
    if (at === 0) break
  }
  return undefined
}

function first(block: Block, text: string, from: number, to: number): Place | undefined {
  const anchor = anchorOf(block)
  if (anchor < 0) {
    for (let start = from; start < to; start++) {
      const place = forward(block, text, start)
      if (place && place.end <= to) return place
    }
    return undefined
  }
  const words = block[anchor] as string
  for (let at = text.indexOf(words, from); at >= 0 && at < to; at = text.indexOf(words, at + 1)) {
    const place = around(block, anchor, text, at)
    if (place && place.start >= from && place.end <= to) return place
  }
  return undefined
}

function around(block: Block, anchor: number, text: string, at: number): Place | undefined {
  const before = backward(block.slice(0, anchor), text, at)
  const behind = before && forward(block.slice(anchor), text, at)
  return behind && { start: before.start, end: behind.end, holes: [...before.holes, ...behind.holes] }
}
