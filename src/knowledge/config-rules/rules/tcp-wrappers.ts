import type { Rule } from '../view.ts'

export const tcpWrappers: Rule = {
  id: 'tcp-wrappers',
  keywords: ['listenaddress'],
  side: 'reachability',
  sources: ['hosts_access(5)', 'openssh.md 4.2 #12 #13'],
  check(c) {
    const rules = c.host.wrapperRules ?? []
    if (rules.length === 0) return undefined
    const byName = rules.filter((rule) => /PARANOID|KNOWN|\.[a-z]{2,}\b/i.test(rule.replace(/^[^:]*:/, '')))
    return {
      severity: byName.length > 0 ? 'major' : 'minor',
      says: `sshd also asks hosts.allow and hosts.deny: ${rules.slice(0, 3).join(' | ')}${rules.length > 3 ? ' …' : ''}.`,
      reason:
        byName.length > 0
          ? 'Rules that go by name make every connection wait for the resolver before the banner, whatever UseDNS says; and a client they deny hears nothing for five seconds.'
          : 'A client they deny hears nothing for five seconds and is then cut off without a banner.',
    }
  },
}
