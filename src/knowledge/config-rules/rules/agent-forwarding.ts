import type { Rule } from '../view.ts'

export const agentForwarding: Rule = {
  id: 'agent-forwarding',
  keywords: ['allowagentforwarding'],
  side: 'safety',
  sources: ['sshd_config(5) AllowAgentForwarding'],
  peers: ['Lynis SSH-7408 AllowAgentForwarding'],
  check(c) {
    if (!c.is('allowagentforwarding', 'yes') || c.is('disableforwarding', 'yes')) return undefined
    return {
      severity: 'note',
      says: 'Clients may forward their agents.',
      reason:
        'root here can use the keys of everybody who does, for as long as they are logged in. ProxyJump needs no agent here.',
    }
  },
}
