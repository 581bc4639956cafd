import type { Fault } from '../../../core/types.ts'

export default {
  id: 'authentication-slow',
  stage: 'auth',
  title: 'The server takes long to check who you are',
  prior: 1,
  partial: true,
  why: 'PAM or a directory service (LDAP, SSSD) behind it is slow; the login holds one of the MaxStartups slots meanwhile.',
  likelihood: {
    auth: { accepted: 0.72, 'stalls-later': 0.27 },
    'auth-pace': { slow: 0.97 },
    'first-answer': { quick: 0.93 },
    'server-text': { none: 0.97 },
    session: { works: 0.95 },
    'session-pace': { quick: 0.9 },
    'pam-stack': { 'may-delay': 0.75, plain: 0.24 },
  },
  sources: ['openssh.md 4.3 #37'],
} satisfies Fault
