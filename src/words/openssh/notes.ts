import { TOLD_FIELDS } from '../../core/facts/shapes/told-words.ts'
import { readTemplate, type Note, type Reading } from './note.ts'
import { NOTES } from './notes/index.ts'

const wordings = (note: Note): readonly string[] => (typeof note.words === 'string' ? [note.words] : note.words)

const IN_FUNCTION = /^[a-z]\w*: /

let read: ReadonlyMap<string, Reading> | undefined

/** The notes by the words of their formats (format.ts keyOf). */
export function notesByKey(): ReadonlyMap<string, Reading> {
  if (read) return read
  const byKey = new Map<string, Reading>()
  for (const note of NOTES)
    for (const template of wordings(note)) {
      const { key, names } = readTemplate(template)
      byKey.set(key, { note, names })
      const old = key.replace(IN_FUNCTION, '%: ')
      if (old !== key && !byKey.has(old)) byKey.set(old, { note, names: [undefined, ...names] })
    }
  read = byKey
  return read
}

const KNOWN: ReadonlySet<string> = new Set(TOLD_FIELDS)

/** Names of holes that are no field; a test asks. */
export const unknownNames = (note: Note): string[] =>
  wordings(note).flatMap((template) =>
    readTemplate(template).names.filter(
      (name): name is NonNullable<typeof name> => name !== undefined && !KNOWN.has(name),
    ),
  )
