import type { Rule } from '../view.ts'

export const lastLoginHidden: Rule = {
  id: 'last-login-hidden',
  keywords: ['printlastlog'],
  side: 'safety',
  sources: ['sshd_config(5) PrintLastLog'],
  peers: ['Lynis SSH-7408 PrintLastLog'],
  check(c) {
    if (!c.is('printlastlog', 'no')) return undefined
    return {
      severity: 'note',
      says: 'Users are not shown when they last logged in.',
      reason: 'Users would be the first to notice a login that was not theirs.',
      recommend: { keyword: 'PrintLastLog', value: 'yes' },
    }
  },
}
