import type { Rule } from '../view.ts'

export const maxSessionsMany: Rule = {
  id: 'max-sessions-many',
  keywords: ['maxsessions'],
  side: 'safety',
  sources: ['sshd_config(5) MaxSessions'],
  peers: ['Lynis SSH-7408 MaxSessions'],
  check(c) {
    const most = c.number('maxsessions')
    if (!(most > 2)) return undefined
    return {
      severity: most > 100 ? 'minor' : 'note',
      says: `MaxSessions ${most}: that many sessions may share a connection.`,
      reason:
        'Lynis asks for 2; shared connections (ControlMaster, Ansible) need more, and strangers have no session at all.',
      ...(most > 100 && { recommend: { keyword: 'MaxSessions', value: '10' } }),
    }
  },
}
