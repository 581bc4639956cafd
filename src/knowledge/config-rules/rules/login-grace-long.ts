import { DEFAULT_GRACE } from '../../../openssh/startups/load.ts'
import { SOUND_GRACE, graceLine } from '../../../openssh/startups/login-grace.ts'
import type { Rule } from '../view.ts'

export const loginGraceLong: Rule = {
  id: 'login-grace-long',
  keywords: ['logingracetime'],
  side: 'reachability',
  sources: ['openssh.md 8', 'sshd_config(5) LoginGraceTime'],
  peers: ['Lynis SSH-7408 LoginGraceTime'],
  check(c) {
    const grace = c.number('logingracetime')
    if (!(grace >= DEFAULT_GRACE)) return undefined
    return {
      severity: grace > DEFAULT_GRACE ? 'minor' : 'note',
      says: `LoginGraceTime is ${grace} s: a silent stranger keeps one of the slots of MaxStartups that long.`,
      reason: `At ${SOUND_GRACE.least} to ${SOUND_GRACE.most} s the same strangers hold a quarter as many slots or fewer; lowering it usually helps more than MaxStartups does.`,
      recommend: graceLine(),
    }
  },
}
