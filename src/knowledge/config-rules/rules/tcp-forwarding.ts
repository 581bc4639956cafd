import type { Rule } from '../view.ts'

export const tcpForwarding: Rule = {
  id: 'tcp-forwarding',
  keywords: ['allowtcpforwarding'],
  side: 'safety',
  sources: ['sshd_config(5) AllowTcpForwarding'],
  peers: ['Lynis SSH-7408 AllowTcpForwarding'],
  check(c) {
    if (!c.is('allowtcpforwarding', 'yes', 'all') || c.is('disableforwarding', 'yes')) return undefined
    return {
      severity: 'note',
      says: 'Connections may be forwarded through this host.',
      reason:
        'Everybody who may log in reaches whatever this host reaches. With forwarding off, nobody can use the host as a jump host either.',
    }
  },
}
