import type { Stage } from '../../core/types.ts'
import { faultsOf } from '../../knowledge/named-by.ts'
import type { Level } from '../../words/entry.ts'
import type { LineReading } from '../../words/line.ts'
import type { Speaker } from '../../words/speakers.ts'
import { escaped } from '../json.ts'

/** One line of a text that somebody brought, and what the lexicon has about it. */
export interface ReadLine {
  /** From 1, over the whole text; blank lines count. */
  line: number
  /** The last of them, where a message was broken into several lines. */
  through?: number
  /** The stranger's words. */
  text: string
  /** It stands behind a shell's prompt. */
  prompt?: true
  reading: Pick<LineReading, 'by' | 'ids' | 'level' | 'step' | 'road' | 'says' | 'known' | 'message' | 'harmless'>
}

/** The same for programs: schema/explained-line.schema.json. Of a line that is not known nothing but its number is told. */
export interface ExplainedLine {
  line: number
  /** Null as well where two may have said it. */
  by: Speaker | null
  id: string | null
  level: Level | null
  /** The step of the road that it proves or breaks. */
  step: Stage | null
  says: string | null
  /** Faults that the line names, or that it leaves open where it names no single one. */
  names: string[]
  known: boolean
}

export function explainedLine({ line, reading }: ReadLine): ExplainedLine {
  if (!reading.known) return { line, by: null, id: null, level: null, step: null, says: null, names: [], known: false }
  const { by = null, ids, level = null, step = null, says = null, message } = reading
  return { line, by, id: ids[0] ?? null, level, step, says, names: faultsOf(message).ids, known: true }
}

/** One object on one line, with its newline; a message over several lines has one for each of them. */
export function explainedLineToJson(read: ReadLine): string {
  const object = explainedLine(read)
  let text = ''
  for (let { line } = object; line <= (read.through ?? object.line); line++)
    text += escaped(JSON.stringify({ ...object, line })) + '\n'
  return text
}
