import type { Rule } from '../view.ts'

export const maxAuthTriesFew: Rule = {
  id: 'max-auth-tries-few',
  keywords: ['maxauthtries'],
  side: 'reachability',
  sources: ['sshd_config(5) MaxAuthTries', 'auth2.c userauth_finish'],
  check(c) {
    const most = c.number('maxauthtries')
    if (!(most < 3)) return undefined
    if (most === 0)
      return {
        severity: 'critical',
        says: 'MaxAuthTries 0: nobody gets in.',
        reason:
          'No method is tried before the limit is reached; every connection ends with Too many authentication failures.',
        recommend: { keyword: 'MaxAuthTries', value: '6' },
      }
    return {
      severity: most <= 1 ? 'major' : 'minor',
      says: `MaxAuthTries ${most}: after ${most} failed ${most === 1 ? 'try' : 'tries'} the connection is cut.`,
      reason:
        "Every key an agent offers counts as a try: a user with several keys never gets to the right one ('Too many authentication failures').",
      recommend: { keyword: 'MaxAuthTries', value: '6' },
    }
  },
}
