import type { Rule } from '../view.ts'

export const logLevelLow: Rule = {
  id: 'log-level-low',
  keywords: ['loglevel'],
  side: 'reachability',
  sources: ['openssh.md 1.3', 'log.c'],
  peers: ['Lynis SSH-7408 LogLevel'],
  check(c) {
    const [quiet, info] = [c.is('loglevel', 'quiet', 'silent', 'fatal', 'error'), c.is('loglevel', 'info')]
    if (quiet)
      return {
        severity: 'minor',
        says: `LogLevel ${c.one('loglevel') === 'SILENT' ? 'QUIET' : c.one('loglevel')}: failed logins and dropped connections are not written.`,
        reason: 'Nobody can tell afterwards who was turned away and why, and ban tools see nothing.',
        // Before 8.4 INFO does not show them either.
        recommend: { keyword: 'LogLevel', value: c.since(7, 4) && !c.since(8, 4) ? 'VERBOSE' : 'INFO' },
      }
    if (!info || c.since(8, 4)) return undefined
    return {
      severity: 'note',
      says: 'At LogLevel INFO this release writes no line about connections that MaxStartups drops.',
      reason: 'They are written at VERBOSE from 7.4 on, and at INFO from 8.4 on only.',
      ...(c.since(7, 4) && { recommend: { keyword: 'LogLevel', value: 'VERBOSE' } }),
    }
  },
}
