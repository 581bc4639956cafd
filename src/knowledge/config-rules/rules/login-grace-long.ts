import type { Rule } from '../view.ts'

export const loginGraceLong: Rule = {
  id: 'login-grace-long',
  keywords: ['logingracetime'],
  side: 'reachability',
  sources: ['openssh.md 8', 'sshd_config(5) LoginGraceTime'],
  peers: ['Lynis SSH-7408 LoginGraceTime'],
  check(c) {
    const grace = c.number('logingracetime')
    if (!(grace >= 120)) return undefined
    return {
      severity: grace > 120 ? 'minor' : 'note',
      says: `LoginGraceTime is ${grace} s: so long a silent stranger keeps one of the slots of MaxStartups.`,
      reason:
        'At 20 to 30 s the same strangers hold a quarter as many slots or fewer; that is usually the better lever than MaxStartups.',
      recommend: { keyword: 'LoginGraceTime', value: '30' },
    }
  },
}
