import type { Rule } from '../view.ts'

export const maxSessionsFew: Rule = {
  id: 'max-sessions-few',
  keywords: ['maxsessions'],
  side: 'reachability',
  sources: ['sshd_config(5) MaxSessions', 'openssh.md 4.4 #60'],
  check(c) {
    const most = c.number('maxsessions')
    if (!(most <= 1)) return undefined
    return most === 0
      ? {
          severity: 'critical',
          says: 'MaxSessions 0: no shell, no command and no file transfer, only forwarding.',
          reason: 'Every login is let in and then told that it may open no session.',
          recommend: { keyword: 'MaxSessions', value: '10' },
        }
      : {
          severity: 'minor',
          says: 'MaxSessions 1: a shared connection (ControlMaster, Ansible) can have one session only.',
          reason: 'The second session over the same connection is refused.',
          recommend: { keyword: 'MaxSessions', value: '10' },
        }
  },
}
