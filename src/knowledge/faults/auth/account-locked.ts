import type { Fault } from '../../../core/types.ts'

export default {
  id: 'account-locked',
  stage: 'auth',
  title: 'The account is locked',
  prior: 0.3,
  why: 'Too many failures (faillock), or an administrator locked it.',
  likelihood: {
    'log-names': { 'account-locked': 0.9, none: 0.09 },
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { locked: 0.6, none: 0.38 },
    auth: { denied: 0.5, closed: 0.4, 'refused-after-key': 0.08 },
    'login-name': { ordinary: 0.9 },
    account: { locked: 0.7, fine: 0.29 },
    'pam-stack': { 'may-deny': 0.5, plain: 0.48 },
    'log-of-ours': { 'account-locked': 0.5, none: 0.49 },
  },
  advice: {
    says: 'Over another way in: see its state and unlock it.',
    command: 'faillock --user {user}; passwd -S {user}',
  },
  sources: ['openssh.md 4.3 #44'],
} satisfies Fault
