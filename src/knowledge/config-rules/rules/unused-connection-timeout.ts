import type { Rule } from '../view.ts'

export const unusedConnectionTimeout: Rule = {
  id: 'unused-connection-timeout',
  keywords: ['unusedconnectiontimeout'],
  side: 'reachability',
  sources: ['sshd_config(5) UnusedConnectionTimeout'],
  check(c) {
    const value = c.one('unusedconnectiontimeout')
    if (!c.set('unusedconnectiontimeout') || value === '' || value === 'none' || value === '0') return undefined
    return {
      severity: c.number('unusedconnectiontimeout') < 60 ? 'minor' : 'note',
      says: `A connection without an open channel is ended after ${value} s.`,
      reason: 'Shared connections (ControlPersist) and ssh -N with tunnels only on demand are such connections.',
    }
  },
}
