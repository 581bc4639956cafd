import type { Remedy } from '../core/remedy.ts'
import { onServer } from '../core/steps.ts'
import { serverKindOf } from '../openssh/server-kind.ts'

export default {
  id: 'ask-ban-tool',
  title: 'Ask the ban tool for your address',
  treats: { 'source-banned': 0.3 },
  needs: 'here',
  harm: 'none',
  plan(facts) {
    // Another server has a jail of its own, by a name that whoever set it up has chosen.
    const jail = (serverKindOf(facts) ?? 'openssh') === 'openssh' ? ['get', 'sshd', 'banned'] : ['banned']
    return [
      onServer('Try from another address; on the server ask the ban tool for yours and lift the ban.', [
        'fail2ban-client',
        ...jail,
      ]),
    ]
  },
} satisfies Remedy
