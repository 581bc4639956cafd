import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, or, plainWord, withUndo } from '../core/steps.ts'
import { USER } from './plan/target-words.ts'

export default {
  id: 'unlock-account',
  title: 'Unlock the account',
  treats: { 'account-locked': 0.9 },
  needs: 'server',
  harm: 'undone',
  plan(facts) {
    const account = known(facts, 'account')
    if (account?.locked !== true || account.failLocked === true)
      return { refuse: 'the password of the account was not seen to be locked' }
    const name = plainWord(account.name)
    const say = 'If nobody meant that: unlock the password of the account, and take its end date away.'
    return [
      withUndo(onServer(say, ['usermod', '--unlock', '--expiredate', '', or(name, USER)]), ['usermod', '--lock', name]),
    ]
  },
} satisfies Remedy
