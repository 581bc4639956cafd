import type { Rule } from '../view.ts'

export const tcpKeepaliveOff: Rule = {
  id: 'tcp-keepalive-off',
  keywords: ['tcpkeepalive'],
  side: 'reachability',
  sources: ['sshd_config(5) TCPKeepAlive'],
  peers: ['Lynis SSH-7408 TCPKeepAlive'],
  check(c) {
    if (!c.is('tcpkeepalive', 'no') || c.number('clientaliveinterval') > 0) return undefined
    return {
      severity: 'note',
      says: 'TCPKeepAlive no, and ClientAliveInterval 0: nothing notices that a client is gone.',
      reason: 'The session of such a client stays for ever.',
      recommend: { keyword: 'ClientAliveInterval', value: '60' },
    }
  },
}
