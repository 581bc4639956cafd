import type { Rule } from '../view.ts'

export const listensOnLoopbackOnly: Rule = {
  id: 'listens-on-loopback-only',
  keywords: ['listenaddress'],
  side: 'reachability',
  sources: ['sshd_config(5) ListenAddress'],
  check(c) {
    const addresses = c.all('listenaddress')
    if (addresses.length === 0 || c.host.socketActivated) return undefined
    if (!addresses.every((each) => /^(?:127\.|\[::1\]|localhost)/.test(each))) return undefined
    return {
      severity: 'critical',
      says: `sshd listens on this machine itself only: ${addresses.join(', ')}.`,
      reason: 'From anywhere else the connection is refused.',
    }
  },
}
