import { keyLogin } from '../looks.ts'
import type { Rule } from '../view.ts'

export const hostBased: Rule = {
  id: 'host-based',
  keywords: ['hostbasedauthentication'],
  side: 'safety',
  sources: ['sshd_config(5) HostbasedAuthentication'],
  check(c) {
    if (!c.is('hostbasedauthentication', 'yes')) return undefined
    return {
      severity: 'minor',
      says: 'Other hosts vouch for their users.',
      reason: 'Anybody who is root on one of them can log in as any user here.',
      recommend: { keyword: 'HostbasedAuthentication', value: 'no' },
      shutsOut: {
        who: 'users who get in only because another host vouches for them',
        look: keyLogin(),
      },
    }
  },
}
