import type { Remedy } from '../core/remedy.ts'
import { onServer } from '../core/steps.ts'

export default {
  id: 'ask-ban-tool',
  title: 'Ask the ban tool for your address',
  treats: { 'source-banned': 0.3 },
  needs: 'here',
  harm: 'none',
  plan: () => [
    onServer('Try from another address; on the server ask the ban tool for yours and lift the ban.', [
      'fail2ban-client',
      'get',
      'sshd',
      'banned',
    ]),
  ],
} satisfies Remedy
