import type { Fault } from '../../../core/types.ts'

export default {
  id: 'apparmor-denies',
  stage: 'auth',
  title: 'AppArmor keeps sshd from what it needs for your login',
  prior: 0.1,
  why: 'A profile confines sshd and does not name a file or a program that the login needs; owner and modes are fine.',
  namedBy: ['apparmor-denied'],
  leftOpenBy: ['keys-file-unreadable'],
  likelihood: {
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { none: 0.95 },
    auth: { denied: 0.6, closed: 0.2, accepted: 0.19 },
    session: { breaks: 0.5, 'ends-at-once': 0.3, 'no-session': 0.15 },
    'mandatory-access': { apparmor: 0.9, quiet: 0.09 },
    'log-names': { 'apparmor-denies': 0.85, 'keys-unreadable': 0.08, none: 0.06 },
    'log-of-ours': { 'keys-unreadable': 0.4, none: 0.59 },
  },
  impossibleWhen: { 'server-kind': ['openssh-windows', 'git-host', 'appliance'] },
  sources: ['openssh.md 4.3 #46', 'apparmor.d(5); kernel: security/apparmor/audit.c'],
} satisfies Fault
