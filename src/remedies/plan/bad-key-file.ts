import { known } from '../../core/probe.ts'
import { clientLog } from '../../core/seen.ts'
import type { FactSheet } from '../../core/types.ts'
import { plainWord } from '../../core/steps.ts'
import type { Word } from '../../core/steps.ts'

/** The key file that ssh cannot use, as a word of a command. */
export function badKeyFile(facts: FactSheet): Word {
  const seen = known(facts, 'key-files')?.files.find(({ state }) =>
    ['too-open', 'missing', 'passphrase'].includes(state),
  )
  return plainWord(seen?.path ?? clientLog(facts)?.keyProblems[0]?.path)
}

/** What the reader puts in its place where it was not seen. */
export const KEY_FILE = 'the path of the key file'
