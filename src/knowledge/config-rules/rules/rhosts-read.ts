import { keyLogin } from '../looks.ts'
import type { Rule } from '../view.ts'

export const rhostsRead: Rule = {
  id: 'rhosts-read',
  keywords: ['ignorerhosts'],
  side: 'safety',
  sources: ['sshd_config(5) IgnoreRhosts'],
  peers: ['Lynis SSH-7408 IgnoreRhosts'],
  check(c) {
    if (!c.is('ignorerhosts', 'no', 'shosts-only')) return undefined
    return {
      severity: c.is('hostbasedauthentication', 'yes') ? 'minor' : 'note',
      says: `IgnoreRhosts ${c.one('ignorerhosts')}: users name the hosts they trust.`,
      reason: c.is('hostbasedauthentication', 'yes')
        ? 'Each user alone decides who may log in to that account.'
        : 'Without HostbasedAuthentication that has no effect yet.',
      recommend: { keyword: 'IgnoreRhosts', value: 'yes' },
      ...(c.is('hostbasedauthentication', 'yes') && {
        shutsOut: {
          who: 'users who get in by .rhosts or .shosts alone',
          look: keyLogin(),
        },
      }),
    }
  },
}
