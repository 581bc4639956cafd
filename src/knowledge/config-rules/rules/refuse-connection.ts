import type { Rule } from '../view.ts'

export const refuseConnection: Rule = {
  id: 'refuse-connection',
  keywords: ['refuseconnection'],
  side: 'reachability',
  sources: ['sshd_config(5) RefuseConnection', 'openssh.md 2.2'],
  check(c) {
    if (!c.is('refuseconnection', 'yes')) return undefined
    return {
      severity: 'critical',
      says: 'RefuseConnection yes: this connection is cut at once, before any login.',
      reason: 'The address gets a penalty each time, so that others at the same address are refused too.',
      recommend: { keyword: 'RefuseConnection', value: 'no' },
    }
  },
}
