import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { here, plainWord } from '../core/steps.ts'
import { destination } from './plan/target-words.ts'

export default {
  id: 'offer-one-key',
  title: 'Offer one key only',
  treats: { 'too-many-keys-offered': 1 },
  needs: 'here',
  harm: 'none',
  plan(facts, target) {
    const key = known(facts, 'key-files')?.files.find(({ named, state }) => named && state === 'present')?.path
    const say =
      key === undefined
        ? 'Offer one key only: add -o IdentitiesOnly=yes, and -i with the path of the right one.'
        : 'Offer one key only.'
    return [here(say, ['ssh', '-o', 'IdentitiesOnly=yes', '-i', plainWord(key), destination(target)])]
  },
} satisfies Remedy
