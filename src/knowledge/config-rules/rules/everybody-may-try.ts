import type { Rule } from '../view.ts'

export const everybodyMayTry: Rule = {
  id: 'everybody-may-try',
  keywords: ['allowusers', 'allowgroups'],
  side: 'safety',
  sources: ['sshd_config(5) AllowGroups'],
  peers: ['Lynis SSH-7440'],
  check(c) {
    if (['allowusers', 'allowgroups', 'denyusers', 'denygroups'].some((list) => c.all(list).length > 0))
      return undefined
    return {
      severity: 'note',
      says: 'Every account with a shell may log in.',
      reason: 'A list of those who should (AllowGroups) keeps a forgotten test account from being the way in.',
    }
  },
}
