import type { Rule } from '../view.ts'

export const clientAliveOff: Rule = {
  id: 'client-alive-off',
  keywords: ['clientaliveinterval', 'clientalivecountmax'],
  side: 'reachability',
  sources: ['sshd_config(5) ClientAliveInterval'],
  peers: ['Lynis SSH-7408 ClientAliveInterval', 'Lynis SSH-7408 ClientAliveCountMax'],
  check(c) {
    if (c.number('clientaliveinterval') > 0 && c.number('clientalivecountmax') === 0 && c.since(8, 2))
      return {
        severity: 'note',
        keyword: 'clientalivecountmax',
        says: 'ClientAliveCountMax 0: sessions whose client is gone are never ended.',
        reason:
          'Since OpenSSH 8.2 a count of 0 ends no session; before, it ended those that were idle, which older guides want.',
        recommend: { keyword: 'ClientAliveCountMax', value: '3' },
      }
    const long = c.number('clientaliveinterval') * Math.max(1, c.number('clientalivecountmax')) > 3600
    if (c.number('clientaliveinterval') !== 0 && !long) return undefined
    return {
      severity: 'note',
      says: long
        ? 'Sessions whose client is gone are kept for more than an hour.'
        : 'Sessions whose client is gone are kept until TCP gives up.',
      reason:
        'They hold a process each, and firewalls on the way forget idle connections; they hold no slot of MaxStartups.',
      recommend: { keyword: 'ClientAliveInterval', value: '60' },
    }
  },
}
