import { keyOfTemplate, namesIn, wordingsOf, type Note, type Reading } from './note.ts'
import { NOTES } from './notes/index.ts'

const IN_FUNCTION = /^[a-z]\w*: /

interface Wording {
  note: Note
  template: string
  /** Of 7.4 to 8.4: the function's name in front is a hole more. */
  older: boolean
}

let wordings: ReadonlyMap<string, Wording> | undefined

/** What is written about the message with these words (format.ts keyOf). */
export function noteOf(key: string): Reading | undefined {
  wordings ??= byKey()
  const wording = wordings.get(key)
  if (!wording) return undefined
  const { note, template, older } = wording
  const names = namesIn(template)
  return { note, names: older ? [undefined, ...names] : names }
}

function byKey(): ReadonlyMap<string, Wording> {
  const found = new Map<string, Wording>()
  const olderOnes: [string, Wording][] = []
  for (const note of NOTES)
    for (const template of wordingsOf(note)) {
      const key = keyOfTemplate(template)
      found.set(key, { note, template, older: false })
      const old = key.replace(IN_FUNCTION, '%: ')
      if (old !== key) olderOnes.push([old, { note, template, older: true }])
    }
  for (const [key, wording] of olderOnes) if (!found.has(key)) found.set(key, wording)
  return found
}

export const narrowNotes = (): readonly Note[] => NOTES.filter((note) => note.narrow)
