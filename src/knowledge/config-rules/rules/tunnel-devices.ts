import type { Rule } from '../view.ts'

export const tunnelDevices: Rule = {
  id: 'tunnel-devices',
  keywords: ['permittunnel'],
  side: 'safety',
  sources: ['sshd_config(5) PermitTunnel'],
  peers: ['Lynis SSH-7408 PermitTunnel'],
  check(c) {
    if (!c.set('permittunnel') || c.is('permittunnel', 'no', '')) return undefined
    return {
      severity: 'minor',
      says: `PermitTunnel ${c.one('permittunnel')}: users may join networks with a tun device.`,
      reason: 'That goes past the firewalls between them.',
      recommend: { keyword: 'PermitTunnel', value: 'no' },
    }
  },
}
