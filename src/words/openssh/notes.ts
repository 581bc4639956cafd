import { readTemplate, wordingsOf, type Note, type Reading } from './note.ts'
import { NOTES } from './notes/index.ts'

const IN_FUNCTION = /^[a-z]\w*: /

let read: ReadonlyMap<string, Reading> | undefined

/** The notes by the words of their formats (format.ts keyOf). */
export function notesByKey(): ReadonlyMap<string, Reading> {
  if (read) return read
  const byKey = new Map<string, Reading>()
  const older: [string, Reading][] = []
  for (const note of NOTES)
    for (const template of wordingsOf(note)) {
      const { key, names } = readTemplate(template)
      byKey.set(key, { note, names })
      const old = key.replace(IN_FUNCTION, '%: ')
      if (old !== key) older.push([old, { note, names: [undefined, ...names] }])
    }
  for (const [key, reading] of older) if (!byKey.has(key)) byKey.set(key, reading)
  read = byKey
  return read
}

export const narrowNotes = (): readonly Note[] => NOTES.filter((note) => note.narrow)
