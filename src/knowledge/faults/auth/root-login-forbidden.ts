import type { Fault } from '../../../core/types.ts'

export default {
  id: 'root-login-forbidden',
  stage: 'auth',
  title: 'The server forbids root to log in',
  prior: 1.5,
  why: 'PermitRootLogin says no (or only keys); the key itself may be right.',
  namedBy: ['root-refused'],
  likelihood: {
    'log-names': { 'root-login-forbidden': 0.9, none: 0.09 },
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { none: 0.95 },
    auth: { 'refused-after-key': 0.72, denied: 0.2, accepted: 0.07 },
    session: { breaks: 0.95 },
    'login-name': { root: 0.99 },
    'root-login': { forbidden: 0.75, 'commands-only': 0.24 },
    'log-of-ours': { 'root-login-forbidden': 0.5, none: 0.49 },
  },
  impossibleWhen: { 'login-name': ['ordinary'], 'server-kind': ['tinyssh'] },
  excludedBy: {
    'login-name=ordinary': 'you do not log in as root',
  },
  sources: ['openssh.md 4.3 #49'],
} satisfies Fault
