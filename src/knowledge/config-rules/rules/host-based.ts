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
      reason: 'Whoever is root on one of them is any user here.',
      recommend: { keyword: 'HostbasedAuthentication', value: 'no' },
      shutsOut: {
        who: 'who comes by the word of another host alone',
        check: 'ssh -o PreferredAuthentications=publickey USER@HOST true',
      },
    }
  },
}
