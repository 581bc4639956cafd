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
      says: `LoginGraceTime is ${grace} s: a silent stranger keeps one of the slots of MaxStartups that long.`,
      reason:
        'At 20 to 30 s the same strangers hold a quarter as many slots or fewer; lowering it usually helps more than MaxStartups does.',
      recommend: { keyword: 'LoginGraceTime', value: '30' },
    }
  },
}
