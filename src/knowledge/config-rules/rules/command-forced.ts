import type { Rule } from '../view.ts'

export const commandForced: Rule = {
  id: 'command-forced',
  keywords: ['forcecommand'],
  side: 'reachability',
  sources: ['session.c', 'sshd_config(5) ForceCommand'],
  check(c) {
    if (!c.set('forcecommand') || c.is('forcecommand', 'none', '')) return undefined
    const sftp = /^(?:internal-sftp|.*\/sftp-server)\b/.test(c.one('forcecommand'))
    return {
      severity: 'minor',
      says: `sshd runs ${c.one('forcecommand')} instead of what was asked for.`,
      reason: sftp
        ? 'There is no shell and no remote command, only sftp.'
        : 'A shell, scp and remote commands all end in that command.',
    }
  },
}
