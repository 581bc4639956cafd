import type { Rule } from '../view.ts'

export const gatewayPorts: Rule = {
  id: 'gateway-ports',
  keywords: ['gatewayports'],
  side: 'safety',
  sources: ['sshd_config(5) GatewayPorts'],
  peers: ['Lynis SSH-7408 GatewayPorts'],
  check(c) {
    if (!c.is('gatewayports', 'yes', 'clientspecified')) return undefined
    return {
      severity: 'minor',
      says: `GatewayPorts ${c.one('gatewayports')}: ports that clients forward back are open to the network.`,
      reason: "A user's ssh -R opens a service on every address of this host, past what its firewall was thought for.",
      recommend: { keyword: 'GatewayPorts', value: 'no' },
    }
  },
}
