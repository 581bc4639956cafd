import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, or, plainWord } from '../core/steps.ts'
import { USER, user } from './plan/target-words.ts'

export default {
  id: 'extend-account',
  title: 'Give the account a new end',
  treats: { 'account-expired': 1 },
  needs: 'server',
  harm: 'lasting',
  plan(facts, target) {
    const account = known(facts, 'account')
    if (account?.expired === 'password') return { refuse: 'it is the password that has expired' }
    const name = plainWord(account?.name) ?? user(facts, target)
    return [onServer('Give the account a new end, or take the end away.', ['chage', '-E', '-1', or(name, USER)])]
  },
} satisfies Remedy
