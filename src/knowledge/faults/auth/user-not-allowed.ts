import type { Fault } from '../../../core/types.ts'

export default {
  id: 'user-not-allowed',
  stage: 'auth',
  title: 'The server does not let this user log in at all',
  prior: 0.7,
  why: 'AllowUsers, DenyUsers, AllowGroups or DenyGroups exclude the account; the server treats it as if it did not exist.',
  namedBy: ['user-excluded'],
  likelihood: {
    'log-names': { 'user-not-allowed': 0.9, none: 0.09 },
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { none: 0.95 },
    auth: { denied: 0.97 },
    'login-name': { ordinary: 0.9, root: 0.1 },
    account: { 'not-allowed': 0.97 },
    'log-of-ours': { 'user-not-allowed': 0.9, none: 0.09 },
  },
  // tinysshd has no list of users.
  impossibleWhen: { 'server-kind': ['tinyssh'] },
  sources: ['openssh.md 4.3 #42'],
} satisfies Fault
