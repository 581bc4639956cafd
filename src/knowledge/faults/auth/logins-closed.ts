import type { Fault } from '../../../core/types.ts'

export default {
  id: 'logins-closed',
  stage: 'auth',
  title: 'The server is closed for logins',
  prior: 0.8,
  why: '/etc/nologin or /run/nologin exists: an administrator or a shutdown closed it for everybody but root.',
  namedBy: ['nologin-file'],
  leftOpenBy: ['account-refused-by-pam'],
  likelihood: {
    'cut-off': { unstated: 0.3, none: 0.69 },
    'log-names': { 'logins-closed': 0.9, none: 0.09 },
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { 'logins-closed': 0.55, other: 0.33, none: 0.08 },
    // With UsePAM no the key is accepted and the session is the file's text (session.c do_nologin).
    auth: { closed: 0.9, accepted: 0.09 },
    session: { 'no-session': 0.9, 'ends-at-once': 0.06 },
    'login-name': { ordinary: 0.97 },
    nologin: { closed: 0.98 },
    'log-of-ours': { 'logins-closed': 0.2, none: 0.79 },
  },
  // They look for no nologin file, and ask no PAM about an account that comes with a key.
  impossibleWhen: { 'server-kind': ['dropbear', 'tinyssh'] },
  sources: ['openssh.md 4.3 #52'],
} satisfies Fault
