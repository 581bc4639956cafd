import type { Remedy } from '../core/remedy.ts'
import type { FactSheet } from '../core/types.ts'
import { clientLog } from '../core/seen.ts'
import { here, or, plainWord } from '../core/steps.ts'
import { DESTINATION, destination } from './plan/target-words.ts'

const KEYWORDS: readonly [RegExp, string][] = [
  [/host ?key/i, 'HostKeyAlgorithms'],
  [/cipher/i, 'Ciphers'],
  [/mac/i, 'MACs'],
]

/** `-o` keyword of the algorithm that both sides lack, adding the first that the server offers (`+name`, ssh_config(5)). */
function algorithmOption(facts: FactSheet): string | undefined {
  const missing = clientLog(facts)?.noCommon
  const first = missing?.theirs.split(',')[0]
  if (!missing || !first) return undefined
  const keyword = KEYWORDS.find(([pattern]) => pattern.test(missing.what))?.[1] ?? 'KexAlgorithms'
  return `${keyword}=+${first}`
}

/** What to write where it was not seen which algorithm lacks. */
const LACKING = 'the list and the algorithm that the message names (HostKeyAlgorithms=+ssh-rsa, say)'

export default {
  id: 'allow-algorithm-once',
  title: 'Allow what the server offers',
  treats: { 'no-common-algorithm': 1 },
  needs: 'here',
  harm: 'none',
  plan(facts, target) {
    const say = 'Allow what the server offers for this one host, until it is upgraded.'
    return [
      here(say, ['ssh', '-o', or(plainWord(algorithmOption(facts)), LACKING), or(destination(target), DESTINATION)]),
    ]
  },
} satisfies Remedy
