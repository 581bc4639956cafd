import { graceLine } from '../../../openssh/startups/login-grace.ts'
import type { Rule } from '../view.ts'

export const loginGraceNone: Rule = {
  id: 'login-grace-none',
  keywords: ['logingracetime'],
  side: 'reachability',
  sources: ['sshd_config(5) LoginGraceTime', 'openssh.md 1.2'],
  peers: ['CVE-2024-6387'],
  check(c) {
    if (c.number('logingracetime') !== 0) return undefined
    return {
      severity: 'major',
      says: 'LoginGraceTime 0: a connection that never logs in keeps its slot for ever.',
      reason:
        'As many silent strangers as MaxStartups has room for shut everybody out until sshd is restarted. It was a stopgap against CVE-2024-6387; an update of sshd is the cure.',
      recommend: graceLine(),
    }
  },
}
