import { SOUND_GRACE, graceLine } from '../../../openssh/startups/login-grace.ts'
import type { Rule } from '../view.ts'

export const loginGraceShort: Rule = {
  id: 'login-grace-short',
  keywords: ['logingracetime'],
  side: 'reachability',
  sources: ['sshd_config(5) LoginGraceTime', 'openssh.md 4.3 #38'],
  check(c) {
    const grace = c.number('logingracetime')
    if (!(grace > 0 && grace < SOUND_GRACE.least)) return undefined
    const typed = c.is('passwordauthentication', 'yes') || c.is('kbdinteractiveauthentication', 'yes')
    return {
      severity: grace < 5 ? 'major' : grace < 10 ? 'minor' : typed ? 'minor' : 'note',
      says: `LoginGraceTime is ${grace} s: a client that has not logged in by then is cut off.`,
      reason:
        'Typing a password, a slow directory behind PAM, a token or a long way through the network takes longer than that at times.',
      recommend: graceLine(),
    }
  },
}
