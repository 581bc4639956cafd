import type { Rule } from '../view.ts'

export const rootLoginOff: Rule = {
  id: 'root-login-off',
  keywords: ['permitrootlogin'],
  side: 'reachability',
  sources: ['auth.c auth_root_allowed', 'sshd_config(5) PermitRootLogin'],
  check(c) {
    if (!c.is('permitrootlogin', 'no', 'forced-commands-only')) return undefined
    if (!c.host.rootOnly && c.host.user !== 'root') return undefined
    return {
      severity: 'critical',
      says: `PermitRootLogin ${c.one('permitrootlogin')}, and the user asked about is root.`,
      reason: c.host.rootOnly
        ? 'No other account can log in: nobody gets in any more.'
        : 'sshd asks for a key and refuses it, as if it were wrong.',
      recommend: { keyword: 'PermitRootLogin', value: c.since(7, 0) ? 'prohibit-password' : 'without-password' },
    }
  },
}
