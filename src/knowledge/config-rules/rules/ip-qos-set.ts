import type { Rule } from '../view.ts'

export const ipQosSet: Rule = {
  id: 'ip-qos-set',
  keywords: ['ipqos'],
  side: 'reachability',
  sources: ['sshd_config(5) IPQoS'],
  check(c) {
    if (!c.set('ipqos') || /^(?:none|cs0|0x00)(?: (?:none|cs0|0x00))?$/.test(c.one('ipqos'))) return undefined
    return {
      severity: 'note',
      says: `IPQoS ${c.one('ipqos')} marks packets.`,
      reason:
        'Some routers, hypervisors (VMware NAT) and VPNs drop or stall packets with a mark, typically right after the login; IPQoS none tells whether that is it.',
    }
  },
}
