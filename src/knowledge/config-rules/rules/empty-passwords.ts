import { keyLogin } from '../looks.ts'
import type { Rule } from '../view.ts'

export const emptyPasswords: Rule = {
  id: 'empty-passwords',
  keywords: ['permitemptypasswords'],
  side: 'safety',
  sources: ['sshd_config(5) PermitEmptyPasswords'],
  check(c) {
    if (!c.is('permitemptypasswords', 'yes')) return undefined
    return {
      severity: c.is('passwordauthentication', 'yes') ? 'critical' : 'minor',
      says: 'Accounts without a password may log in without one.',
      reason: 'Anybody can do that.',
      recommend: { keyword: 'PermitEmptyPasswords', value: 'no' },
      shutsOut: {
        who: 'users who have neither a password nor a key',
        look: keyLogin(),
      },
    }
  },
}
