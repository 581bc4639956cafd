import type { Remedy } from '../core/remedy.ts'
import type { FactSheet } from '../core/types.ts'
import { clientLog } from '../core/seen.ts'
import { known } from '../core/probe.ts'
import { here, or, person, plainWord } from '../core/steps.ts'
import { visible } from '../core/visible.ts'
import { parseRelease } from '../openssh/release.ts'
import type { Release } from '../openssh/release.ts'
import { stillHas } from '../openssh/removed-algorithms.ts'
import { DESTINATION, destination } from './plan/target-words.ts'

const KEYWORDS: readonly [RegExp, string][] = [
  [/host ?key/i, 'HostKeyAlgorithms'],
  [/cipher/i, 'Ciphers'],
  [/mac/i, 'MACs'],
]

/** The release of the client that found nothing in common. */
const clientOf = (facts: FactSheet): Release | undefined =>
  parseRelease(clientLog(facts)?.client ?? known(facts, 'ssh-config')?.version ?? '')

/** What the server offers, as far as this client may still have it. */
function offered(facts: FactSheet): string[] {
  const client = clientOf(facts)
  const all =
    clientLog(facts)
      ?.noCommon?.theirs.split(',')
      .filter((name) => name !== '') ?? []
  return client ? all.filter((name) => stillHas(client, name)) : all
}

/** `-o` keyword of the algorithm that both sides lack, adding the first that the server offers (`+name`, ssh_config(5)). */
function algorithmOption(facts: FactSheet): string | undefined {
  const missing = clientLog(facts)?.noCommon
  const [first] = offered(facts)
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
    const theirs = clientLog(facts)?.noCommon?.theirs
    if (theirs && offered(facts).length === 0)
      return [
        person(
          `This client cannot take what the server offers (${visible(theirs, 200)}): its release has no such algorithm any more, and no option brings it back. Log in once with an older client, as a container of an older release has it, or with another program; then give the server a host key or a release of today (on OpenSSH ssh-keygen -A makes the keys that are missing, on dropbear dropbearkey -t ed25519).`,
        ),
      ]
    const say = 'Allow what the server offers for this one host, until it is upgraded.'
    return [
      here(say, ['ssh', '-o', or(plainWord(algorithmOption(facts)), LACKING), or(destination(target), DESTINATION)]),
    ]
  },
} satisfies Remedy
