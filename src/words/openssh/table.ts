import { WordIndex } from '../line-index.ts'
import { Known } from './known.ts'
import data from './message-words.json' with { type: 'json' }
import { ROWS } from './rows.ts'

let index: WordIndex<Known> | undefined
const made = new Map<string, Known>()

/** What OpenSSH may have said with these words, of any level and side. */
export function openSshCandidates(words: readonly string[]): readonly Known[] {
  index ??= new WordIndex([data.words], knownAt)
  return index.candidates(words)
}

/** `12` is a row of messages.json; `n3` a message that a hole of a row's holds. */
export function knownAt(key: string): Known {
  let known = made.get(key)
  if (!known)
    made.set(key, (known = key.startsWith('n') ? narrowAt(Number(key.slice(1))) : new Known(ROWS[Number(key)]!)))
  return known
}

function narrowAt(place: number): Known {
  const [row, by, ...format] = data.narrow[place]!.split('|')
  return new Known(ROWS[Number(row)]!, { format: format.join('|'), by: by === 'ssh' || by === 'sshd' ? by : undefined })
}
