import { known } from '../../core/probe.ts'
import { plainWord } from '../../core/steps.ts'
import type { Word } from '../../core/steps.ts'
import type { FactSheet, Target } from '../../core/types.ts'
import { user } from './target-words.ts'

/** The folder of the user's keys on the server, as it was seen there, or as a shell finds it by the user's name. */
export function sshFolder(facts: FactSheet, target?: Target): Word {
  const [first] = known(facts, 'authorized-keys')?.files ?? []
  if (first !== undefined) return plainWord(first.path.replace(/\/[^/]{1,255}$/, ''))
  const name = user(facts, target)
  return name === undefined ? undefined : plainWord(`~${name}/.ssh`)
}
