import { escaped } from './json.ts'

/** Elements of a long list that become one piece: some 64 KB where each is an address with its names. */
const TOGETHER = 64
/** Lists below this depth are written whole. */
const DEEPEST = 5
const PIECE = 1 << 16

/** What `safeJson` makes of plain data, piece by piece: a document of many megabytes is never one string. */
export function* jsonPieces(value: object): Generator<string, void, undefined> {
  let waiting = ''
  for (const piece of piecesOf(value, 0)) {
    waiting += piece
    if (waiting.length < PIECE) continue
    yield escaped(waiting)
    waiting = ''
  }
  if (waiting !== '') yield escaped(waiting)
}

function* piecesOf(value: unknown, depth: number): Generator<string, void, undefined> {
  // In a list what cannot be written is null.
  if (typeof value !== 'object' || value === null) return yield JSON.stringify(value) ?? 'null'
  const long = Array.isArray(value) && value.length > TOGETHER
  if (depth >= DEEPEST && !long) return yield indented([value], depth)
  const indent = '\n' + '  '.repeat(depth + 1)
  const end = indent.slice(0, -2)
  let before = indent
  if (Array.isArray(value)) {
    if (value.length === 0) return yield '[]'
    yield '['
    for (let from = 0; from < value.length; from += long ? TOGETHER : 1) {
      yield before
      if (long) yield indented(value.slice(from, from + TOGETHER), depth + 1)
      else yield* piecesOf(value[from], depth + 1)
      before = ',' + indent
    }
    return yield end + ']'
  }
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  if (entries.length === 0) return yield '{}'
  yield '{'
  for (const [key, each] of entries) {
    yield `${before}${JSON.stringify(key)}: `
    yield* piecesOf(each, depth + 1)
    before = ',' + indent
  }
  return yield end + '}'
}

/** A list's elements as they stand at a depth of 1 or more: put into so many lists that JSON itself indents them, and taken out again. */
function indented(list: readonly unknown[], depth: number): string {
  let wrapped: unknown = list
  for (let i = 1; i < depth; i++) wrapped = [wrapped]
  const text = JSON.stringify(wrapped, null, 2)
  // Of the i-th list there is `[`, a newline and 2 i spaces in front, a newline, 2 (i - 1) spaces and `]` behind.
  return text.slice(depth * (depth + 3), text.length - depth * (depth + 1))
}
