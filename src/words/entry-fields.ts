import { TOLD_FIELDS } from '../core/told-fields.ts'
import type { Fields } from './openssh/note.ts'

/** What an entry's named groups hold, where they hold anything. */
export function fieldsOf(m: RegExpExecArray): Fields {
  const fields: Fields = {}
  for (const name of TOLD_FIELDS) {
    const held = m.groups?.[name]
    if (held !== undefined && held !== '') fields[name] = held
  }
  return fields
}
