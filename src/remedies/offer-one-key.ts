import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { here, or, plainWord } from '../core/steps.ts'
import { DESTINATION, destination } from './plan/target-words.ts'

export default {
  id: 'offer-one-key',
  title: 'Offer one key only',
  treats: { 'too-many-keys-offered': 1 },
  needs: 'here',
  harm: 'none',
  plan(facts, target) {
    const key = known(facts, 'key-files')?.files.find(({ named, state }) => named && state === 'present')?.path
    return [
      here('Offer one key only.', [
        'ssh',
        '-o',
        'IdentitiesOnly=yes',
        '-i',
        or(plainWord(key), 'the path of the right key'),
        or(destination(target), DESTINATION),
      ]),
    ]
  },
} satisfies Remedy
