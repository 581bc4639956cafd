import type { Rule } from '../view.ts'

export const logLevelInfo: Rule = {
  id: 'log-level-info',
  keywords: ['loglevel'],
  side: 'safety',
  sources: ['sshd_config(5) LogLevel'],
  peers: ['Lynis SSH-7408 LogLevel'],
  check(c) {
    if (c.is('loglevel', 'info'))
      return {
        severity: 'note',
        says: 'LogLevel INFO: the log names the key that was used, and not the failed keys of valid users.',
        reason: 'VERBOSE names those as well; Lynis asks for it.',
      }
    if (!/^debug/i.test(c.one('loglevel'))) return undefined
    return {
      severity: 'minor',
      says: `LogLevel ${c.one('loglevel')} writes what users do into the log.`,
      reason: 'sshd_config(5) warns of it: it violates the privacy of users, and floods disks.',
      recommend: { keyword: 'LogLevel', value: 'VERBOSE' },
    }
  },
}
