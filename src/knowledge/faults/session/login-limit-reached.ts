import type { Fault } from '../../../core/types.ts'

export default {
  id: 'login-limit-reached',
  stage: 'session',
  title: 'As many logins as the server allows this user are open already',
  prior: 0.2,
  refines: 'sessions-refused',
  verdict: 'unreachable',
  why: 'pam_limits counts the logins of a user (maxlogins) or of all (maxsyslogins) and opens no session beyond; old sessions that hang count as well.',
  namedBy: ['too-many-logins'],
  likelihood: {
    'cut-off': { unstated: 0.3, none: 0.69 },
    session: { 'no-session': 0.95, breaks: 0.04 },
    'login-limit': { reached: 0.93, free: 0.06 },
    'log-names': { 'login-limit-reached': 0.9, 'sessions-refused': 0.05, none: 0.04 },
    // Where no login at all is allowed (maxlogins 0), pam_limits says nothing, and sshd that PAM opened no session.
    'log-of-ours': { 'login-limit-reached': 0.8, 'sessions-refused': 0.12, none: 0.07 },
  },
  // These open no session of PAM.
  impossibleWhen: { 'server-kind': ['openssh-windows', 'dropbear', 'tinyssh', 'git-host', 'appliance'] },
  sources: ['Linux-PAM: pam_limits.c setup_limits', 'limits.conf(5) maxlogins, maxsyslogins', 'openssh.md 4.4 #70'],
} satisfies Fault
