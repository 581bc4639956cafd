import type { LogMessage } from '../core/log-messages.ts'
import { fieldsOf } from './entry-fields.ts'
import { entryOf, weightOfEntry } from './entry-index.ts'
import entryWords from './entry-words.json' with { type: 'json' }
import { WordIndex, wordsIn } from './line-index.ts'
import type { Known } from './openssh/known.ts'
import messageWords from './openssh/message-words.json' with { type: 'json' }
import type { Fields } from './openssh/note.ts'
import { knownAt } from './openssh/table.ts'
import { SPEAKERS, type Speaker } from './speakers.ts'
import { mayPrint } from './tag-speaker.ts'
import { readTag, type Tagged } from './tag.ts'

/** A message that may name a fault, and what its words hold; a field may be a stranger's text. */
export interface Telling {
  message: LogMessage
  fields: Fields
  /** How many letters of its own it has: of two that fit the larger is the more certain. */
  weight: number
}

type Reader = (text: string, tagged: Tagged) => Telling | undefined

/** Who prints under sshd's name. */
const IN_SSHD: ReadonlySet<Speaker> = new Set(['sshd', 'pam', 'sssd', 'windows-sshd', 'tcp-wrappers'])

let ofSshd: WordIndex<Reader> | undefined
let ofOthers: WordIndex<Reader> | undefined

/**
 * What words behind sshd's tag and level say of why a login fails; undefined where they say nothing of it. `alone`: not what
 * ssh says as well of itself, for a line that has no tag.
 */
export function tellingOfSshd(text: string, alone = false): Telling | undefined {
  ofSshd ??= new WordIndex([messageWords.telling, entryWords.words], readerInSshd)
  return best(ofSshd, text, alone ? { text } : { text, tag: 'sshd', speaker: 'sshd' })
}

/** What a whole line of another program of the server's machine says of it. */
export function tellingOfOthers(line: string): Telling | undefined {
  ofOthers ??= new WordIndex([entryWords.words], readerBesideSshd)
  // Most lines are nobody's here: what stands in front is read where the words promise something.
  if (ofOthers.candidates(wordsIn(line)).length === 0) return undefined
  const tagged = readTag(line)
  return best(ofOthers, tagged.text, tagged)
}

function best(index: WordIndex<Reader>, text: string, tagged: Tagged): Telling | undefined {
  let found: Telling | undefined
  for (const read of index.candidates(wordsIn(text))) {
    const telling = read(text, tagged)
    if (telling && telling.weight > (found?.weight ?? -1)) found = telling
  }
  return found
}

const OF_OPENSSH = /^n?\d+$/

/** What sshd itself says, and what others say under its name. */
const readerInSshd = (key: string): Reader | undefined =>
  OF_OPENSSH.test(key) ? readerOfKnown(knownAt(key)) : readerOfEntry(key, (by) => IN_SSHD.has(by))

const readerBesideSshd = (id: string): Reader | undefined =>
  readerOfEntry(id, (by) => !IN_SSHD.has(by) && SPEAKERS[by].side === 'server')

function readerOfKnown(known: Known): Reader | undefined {
  if (!known.by.includes('sshd')) return undefined
  return (text, { tag }) => {
    if ((tag === undefined && known.namesBySide) || !known.match(text)) return undefined
    const fields = known.fields(text)
    const message = known.message(['sshd'], fields)
    return message && { message, fields, weight: known.weight }
  }
}

function readerOfEntry(id: string, of: (by: Speaker) => boolean): Reader | undefined {
  const entry = entryOf(id)
  const message = entry?.message
  if (!entry || message === undefined || !of(entry.by)) return undefined
  return (text, tagged) => {
    const m = mayPrint(entry, tagged) ? entry.words.exec(text) : null
    return m ? { message, fields: fieldsOf(m), weight: weightOfEntry(entry) } : undefined
  }
}
