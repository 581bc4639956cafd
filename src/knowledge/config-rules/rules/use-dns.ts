import type { Rule } from '../view.ts'

export const useDns: Rule = {
  id: 'use-dns',
  keywords: ['usedns'],
  side: 'reachability',
  sources: ['auth.c auth_get_canonical_hostname', 'openssh.md 4.3 #36'],
  peers: ['Lynis SSH-7408 UseDNS'],
  check(c) {
    if (!c.is('usedns', 'yes')) return undefined
    return {
      severity: 'minor',
      says: 'UseDNS yes: sshd looks the name of every client up while it logs in.',
      reason:
        'With a dead resolver each login waits 5 to 12 s or more, holding a slot of MaxStartups. The banner is not delayed.',
      recommend: { keyword: 'UseDNS', value: 'no' },
    }
  },
}
