import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, or, plainWord } from '../core/steps.ts'
import { USER } from './plan/target-words.ts'

export default {
  id: 'put-off-password',
  title: 'Have a new password set',
  treats: { 'account-expired': 0.9 },
  needs: 'server',
  harm: 'lasting',
  plan(facts) {
    const account = known(facts, 'account')
    if (account?.expired !== 'password') return { refuse: 'the password of the account was not seen to have expired' }
    const say =
      'Let the user set a new password at a terminal (ssh -t), or put the date off: a login by key needs no password.'
    return [onServer(say, ['chage', '-l', or(plainWord(account.name), USER)])]
  },
} satisfies Remedy
