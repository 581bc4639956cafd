import type { Rule } from '../view.ts'

export const addressFamilyOne: Rule = {
  id: 'address-family-one',
  keywords: ['addressfamily'],
  side: 'reachability',
  sources: ['sshd_config(5) AddressFamily'],
  check(c) {
    if (!c.is('addressfamily', 'inet', 'inet6')) return undefined
    const six = c.is('addressfamily', 'inet6')
    return {
      severity: six ? 'minor' : 'note',
      says: `sshd listens on ${six ? 'IPv6' : 'IPv4'} only.`,
      reason: `Clients that have only ${six ? 'IPv4' : 'IPv6'}, or whose name lookup prefers it, are refused.`,
    }
  },
}
