import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, or, plainWord } from '../core/steps.ts'
import { USER } from './plan/target-words.ts'

export default {
  id: 'reset-failure-count',
  title: 'Set the count of failures back',
  treats: { 'account-locked': 1 },
  needs: 'server',
  harm: 'lasting',
  plan(facts) {
    const account = known(facts, 'account')
    if (account?.failLocked !== true) return { refuse: 'no count of failures was seen to lock the account' }
    return [
      onServer('Set the count of failures of that account back.', [
        'faillock',
        '--user',
        or(plainWord(account.name), USER),
        '--reset',
      ]),
    ]
  },
} satisfies Remedy
