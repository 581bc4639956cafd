import { jsonPieces } from '../json-pieces.ts'
import { logsJson } from './document.ts'
import type { LogDocument } from './document.ts'

/** Whole, never cut, in pieces of some 64 KB; ends with a newline. */
export function* logsToJson(document: LogDocument): Generator<string, void, undefined> {
  yield* jsonPieces(logsJson(document))
  yield '\n'
}
