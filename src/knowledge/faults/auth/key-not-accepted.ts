import type { Fault } from '../../../core/types.ts'

export default {
  id: 'key-not-accepted',
  stage: 'auth',
  title: 'The server does not accept your key for this user',
  prior: 10,
  why: "The key is not in that user's authorized_keys, or a condition there keeps you from using it; or this is not the user that has it.",
  namedBy: ['key-refused', 'client-key-refused'],
  likelihood: {
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { none: 0.95 },
    auth: { denied: 0.96, 'nothing-to-offer': 0.02 },
    'login-name': { ordinary: 0.8, root: 0.2 },
    'authorized-keys': { 'not-ours': 0.52, none: 0.36, barred: 0.08, ours: 0.028, unreadable: 0.001 },
    'log-of-ours': { 'key-not-accepted': 0.15, none: 0.84 },
    'client-names': { 'key-not-accepted': 0.3, none: 0.69 },
    'log-names': { 'key-not-accepted': 0.15, none: 0.84 },
  },
  sources: ['openssh.md 4.3 #40'],
} satisfies Fault
