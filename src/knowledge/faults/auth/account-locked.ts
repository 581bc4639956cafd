import type { Fault } from '../../../core/types.ts'

export default {
  id: 'account-locked',
  stage: 'auth',
  title: 'The account is locked',
  prior: 0.3,
  why: 'Too many failures (faillock), or an administrator locked it.',
  namedBy: ['account-locked', 'account-denied-by-module'],
  leftOpenBy: ['account-refused-by-pam'],
  likelihood: {
    'cut-off': { unstated: 0.3, none: 0.69 },
    'log-names': { 'account-locked': 0.9, none: 0.09 },
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    // `usermod -L -e 1`, the manual's own way to shut an account to keys as well, is told as an expiry.
    'server-text': { locked: 0.5, none: 0.38, expired: 0.1 },
    // Who types a password is told so too, and has nothing else to offer.
    auth: { denied: 0.5, closed: 0.23, 'refused-after-key': 0.07, 'wants-password': 0.1, 'method-absent': 0.09 },
    'login-name': { ordinary: 0.9 },
    account: { locked: 0.7, fine: 0.29 },
    'pam-stack': { 'may-deny': 0.3, plain: 0.62, 'module-missing': 0.06 },
    'log-of-ours': { 'account-locked': 0.5, none: 0.49 },
  },
  // tinysshd looks at keys alone.
  impossibleWhen: { 'server-kind': ['tinyssh'] },
  sources: ['openssh.md 4.3 #44'],
} satisfies Fault
