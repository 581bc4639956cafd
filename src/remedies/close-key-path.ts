import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, plainWord, withUndo } from '../core/steps.ts'

export default {
  id: 'close-key-path',
  title: 'Take the write rights of others from the way to the keys',
  treats: { 'strict-modes-refuses': 0.9 },
  needs: 'server',
  harm: 'undone',
  plan(facts) {
    const [refused] = known(facts, 'authorized-keys')?.refused ?? []
    const seen =
      refused?.is === 'of-another-user' ? undefined : (refused?.path ?? known(facts, 'server-log')?.unsafePath)
    const path = plainWord(seen)
    if (path === undefined) return { refuse: 'nothing on the way to the keys was seen to be open to others' }
    const say = 'Take the write right from all but the owner, there and nowhere else.'
    return [withUndo(onServer(say, ['chmod', 'go-w', path]), ['chmod', plainWord(refused?.mode), path])]
  },
} satisfies Remedy
