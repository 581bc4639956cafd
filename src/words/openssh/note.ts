import type { LogMessage } from '../../core/log-messages.ts'
import type { ToldField } from '../../core/facts/shapes/told-words.ts'
import type { Stage } from '../../core/types.ts'

export type Fields = Partial<Record<ToldField, string>>

/**
 * What a person wrote about a message of OpenSSH's own log calls. Its words stand in messages.json, with level and releases; a note names them by
 * the text with a hole for each conversion: `{}`, or the field it holds (`{user}`).
 */
export interface Note {
  /** One wording, or those of several releases. `function: ` in front is found as `%s: ` (7.4 to 8.4), too. */
  words: string | readonly string[]
  /** Where the source file does not tell it well enough. */
  step?: Stage
  road?: 'passes' | 'breaks'
  /** What it says, in one plain sentence. */
  says: string
  message?: LogMessage | ((fields: Fields) => LogMessage | undefined)
  harmless?: true
}

export interface Reading {
  note: Note
  /** The name of each hole of the format, in order; undefined where nobody asks for it. */
  names: readonly (ToldField | undefined)[]
}

const HOLE = /\{([a-z]*)\}/g

/** A template's words with `%` for each run of holes, as format.ts keyOf, and the names of the holes. */
export function readTemplate(template: string): { key: string; names: (ToldField | undefined)[] } {
  const names: (ToldField | undefined)[] = []
  for (const m of template.matchAll(HOLE)) names.push(m[1] === '' ? undefined : (m[1] as ToldField))
  return { key: template.replace(HOLE, '%'), names }
}
