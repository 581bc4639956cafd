import type { Fault } from '../../../core/types.ts'

export default {
  id: 'more-methods-required',
  stage: 'auth',
  title: 'The server wants a second proof after your key',
  prior: 0.5,
  why: 'AuthenticationMethods asks for more than one proof (a key and then a password or a one-time code).',
  likelihood: {
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { none: 0.95 },
    auth: { partial: 0.98 },
    'login-rules': { 'more-than-keys': 0.93, keys: 0.06 },
  },
  // tinysshd takes keys, and nothing else.
  impossibleWhen: { 'server-kind': ['tinyssh'] },
  sources: ['openssh.md 4.3 #51'],
} satisfies Fault
