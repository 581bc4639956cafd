import type { Rule } from '../view.ts'

export const jumpForwardingOff: Rule = {
  id: 'jump-forwarding-off',
  keywords: ['allowtcpforwarding', 'disableforwarding'],
  side: 'reachability',
  sources: ['sshd_config(5) AllowTcpForwarding'],
  peers: ['Lynis SSH-7408 AllowTcpForwarding'],
  check(c) {
    const off = c.is('allowtcpforwarding', 'no') || c.is('disableforwarding', 'yes')
    if (!off) return undefined
    return {
      severity: 'note',
      keyword: c.is('allowtcpforwarding', 'no') ? 'allowtcpforwarding' : 'disableforwarding',
      says: 'Forwarding is off: nobody reaches another host through this one (ssh -J, -W, -L).',
      reason: "A ProxyJump through it ends with 'administratively prohibited'.",
    }
  },
}
