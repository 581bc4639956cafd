import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, plainWord } from '../core/steps.ts'

export default {
  id: 'mend-pam-rule',
  title: 'Mend the rule of PAM',
  treats: { 'account-locked': 0.8 },
  needs: 'server',
  harm: 'lasting',
  plan(facts) {
    const file = plainWord(known(facts, 'pam')?.suspects[0]?.file)
    if (file === undefined) return { refuse: 'no rule of PAM was seen that denies' }
    return [
      onServer('A rule of PAM keeps the account out: read that line and the list or table it names.', ['cat', file]),
    ]
  },
} satisfies Remedy
