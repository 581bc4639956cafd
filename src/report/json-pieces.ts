import { escaped } from './json.ts'

/** A list of more elements than these has one element a line: a table is read and searched by rows. */
const LONG = 64
const PIECE = 1 << 16

/**
 * A value as JSON in which nothing commands a terminal, piece by piece: a document of many megabytes is never one string. Indented as by safeJson, but
 * for long lists: each of their elements is one line.
 */
export function* jsonPieces(value: object): Generator<string, void, undefined> {
  let waiting = ''
  for (const piece of piecesOf(value, '\n')) {
    waiting += piece
    if (waiting.length < PIECE) continue
    yield escaped(waiting)
    waiting = ''
  }
  if (waiting !== '') yield escaped(waiting)
}

function* piecesOf(value: unknown, end: string): Generator<string, void, undefined> {
  // In a list what cannot be written is null.
  if (typeof value !== 'object' || value === null) return yield JSON.stringify(value) ?? 'null'
  const list = Array.isArray(value)
  const indent = end + '  '
  let before = indent
  if (list && value.length > LONG) {
    let text = '['
    for (const each of value) {
      text += before + (JSON.stringify(each) ?? 'null')
      before = ',' + indent
      if (text.length < PIECE) continue
      yield text
      text = ''
    }
    return yield text + end + ']'
  }
  const entries = list ? [...value.entries()] : Object.entries(value).filter(([, each]) => each !== undefined)
  if (entries.length === 0) return yield list ? '[]' : '{}'
  yield list ? '[' : '{'
  for (const [key, each] of entries) {
    yield list ? before : `${before}${JSON.stringify(key)}: `
    yield* piecesOf(each, indent)
    before = ',' + indent
  }
  return yield end + (list ? ']' : '}')
}
