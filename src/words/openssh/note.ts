import type { ToldField } from '../../core/told-fields.ts'
import type { LogMessage } from '../../core/log-messages.ts'
import type { Stage } from '../../core/types.ts'

export type Fields = Partial<Record<ToldField, string>>

/** Of one side, of both, or told by what the holes hold. */
export type Names = LogMessage | { ssh: LogMessage; sshd: LogMessage } | ((fields: Fields) => LogMessage | undefined)

/**
 * What a person wrote about a message of OpenSSH's own log calls. Its words stand in messages.json, with level and releases; a note names them by
 * the text with a hole for each conversion: `{}`, or the field it holds (`{user}`). Conversions that follow one another are one hole.
 */
export interface Note {
  /** One wording, or those of several releases. `function: ` in front is found as `%s: ` (7.4 to 8.4), too. */
  words: string | readonly string[]
  /** A message that a hole of another one holds (`Authentication refused: %s`); `{n}` and `{line}` are numbers there. */
  narrow?: true
  /** A narrow one that only this side prints. */
  by?: 'ssh' | 'sshd'
  /** Where the source file does not tell it well enough. `open`: the line leaves it open. */
  step?: Stage | 'open'
  road?: 'passes' | 'breaks'
  /** What it says, in one plain sentence. */
  says: string
  message?: Names
  harmless?: true
}

type More = Omit<Note, 'words' | 'says'>

/** Writes notes of one step. */
export const notesOf =
  (common: More) =>
  (words: Note['words'], says: string, more: More = {}): Note => ({ words, says, ...common, ...more })

export interface Reading {
  note: Note
  /** The name of each hole of the format, in order; undefined where nobody asks for it. */
  names: readonly (ToldField | undefined)[]
}

const HOLE = /\{([a-z]*)\}/g
/** Holes of a narrow note that hold a number. */
const NUMBERS: ReadonlySet<string> = new Set(['n', 'line', 'port'])

export const wordingsOf = (note: Note): readonly string[] =>
  typeof note.words === 'string' ? [note.words] : note.words

/** A template's words with `%` for each hole, as format.ts keyOf, and the names of the holes. */
export function readTemplate(template: string): { key: string; names: (ToldField | undefined)[] } {
  return { key: keyOfTemplate(template), names: namesIn(template) }
}

export const keyOfTemplate = (template: string): string => template.replace(HOLE, '%')

export function namesIn(template: string): (ToldField | undefined)[] {
  const names: (ToldField | undefined)[] = []
  for (const m of template.matchAll(HOLE)) names.push(m[1] === '' || m[1] === 'n' ? undefined : (m[1] as ToldField))
  return names
}

/** A narrow note's template as a format. */
export const formatOfTemplate = (template: string): string =>
  template.replaceAll('%', '%%').replace(HOLE, (_all, name: string) => (NUMBERS.has(name) ? '%d' : '%s'))
