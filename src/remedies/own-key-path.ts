import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, or, plainWord, withUndo } from '../core/steps.ts'
import { USER, user } from './plan/target-words.ts'

export default {
  id: 'own-key-path',
  title: 'Give the key file to its user',
  treats: { 'strict-modes-refuses': 1 },
  needs: 'server',
  harm: 'undone',
  plan(facts, target) {
    const [refused] = known(facts, 'authorized-keys')?.refused ?? []
    if (refused?.is !== 'of-another-user')
      return { refuse: 'nothing on the way to the keys was seen to belong to another user' }
    const path = plainWord(refused.path)
    const say = "Give it to the user, or to root: sshd trusts nobody else's file or folder on the way to the keys."
    return [
      withUndo(onServer(say, ['chown', or(user(facts, target), USER), or(path, 'the path above')]), [
        'chown',
        plainWord(refused.uid),
        path,
      ]),
    ]
  },
} satisfies Remedy
