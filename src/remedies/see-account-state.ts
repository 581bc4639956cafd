import type { Remedy } from '../core/remedy.ts'
import { onServer, or } from '../core/steps.ts'
import { USER, user } from './plan/target-words.ts'

export default {
  id: 'see-account-state',
  title: 'See the state of the account',
  treats: { 'account-locked': 0.3 },
  needs: 'server',
  harm: 'none',
  plan(facts, target) {
    const name = user(facts, target)
    return [
      onServer(
        'See the state of the account, and unlock it.',
        ['faillock', '--user', or(name, USER)],
        ['passwd', '-S', or(name, USER)],
      ),
    ]
  },
} satisfies Remedy
