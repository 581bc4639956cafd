import type { Fault } from '../../../core/types.ts'

export default {
  id: 'password-needed',
  stage: 'auth',
  title: 'The server wants a password, and sshmedic never types one',
  prior: 2,
  verdict: 'unknown',
  why: 'No key is accepted or at hand; everything up to the password question works.',
  likelihood: {
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { none: 0.95 },
    auth: { 'wants-password': 0.97 },
    'keys-at-hand': { none: 0.5, some: 0.5 },
    'login-name': { ordinary: 0.8, root: 0.2 },
    'authorized-keys': { none: 0.55, 'not-ours': 0.4, ours: 0.045 },
  },
  // tinysshd takes keys, and nothing else.
  impossibleWhen: { 'server-kind': ['tinyssh'] },
  sources: ['openssh.md 4.3 #39'],
} satisfies Fault
