import type { Fault } from '../../../core/types.ts'

export default {
  id: 'method-not-offered',
  stage: 'auth',
  title: 'The server offers no way to log in that you can use',
  prior: 2,
  why: 'The server takes passwords only, or something else that you do not have, and you bring a key.',
  likelihood: {
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { none: 0.99 },
    auth: { 'method-absent': 0.96, 'nothing-to-offer': 0.02 },
    'login-name': { ordinary: 0.8, root: 0.2 },
    'login-rules': { 'no-keys': 0.7, keys: 0.29 },
    'authorized-keys': { ours: 0.5, 'not-ours': 0.2, none: 0.29 },
  },
  // tinysshd takes keys, and nothing else.
  impossibleWhen: { 'server-kind': ['tinyssh'] },
  sources: ['openssh.md 4.3 #39 #40'],
} satisfies Fault
