import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, or, plainWord, withUndo } from '../core/steps.ts'
import { USER } from './plan/target-words.ts'

export default {
  id: 'give-shell',
  title: 'Give the account a shell',
  treats: { 'shell-exits': 1 },
  needs: 'server',
  harm: 'undone',
  plan(facts) {
    const account = known(facts, 'account')
    const state = account?.shellState
    if (account === undefined || state === undefined || state === 'fine')
      return { refuse: 'the shell of the account was not seen to be unusable' }
    const name = plainWord(account.name)
    const step = onServer('Give the account a shell that exists, if it is to have one.', [
      'usermod',
      '--shell',
      '/bin/bash',
      or(name, USER),
    ])
    return [withUndo(step, ['usermod', '--shell', plainWord(account.shell), name])]
  },
} satisfies Remedy
