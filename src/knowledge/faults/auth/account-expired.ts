import type { Fault } from '../../../core/types.ts'

export default {
  id: 'account-expired',
  stage: 'auth',
  title: 'The account has expired',
  prior: 0.5,
  why: 'The expiry date of the account or of its password has passed; the key is accepted, and the login is refused all the same.',
  namedBy: ['account-expired'],
  leftOpenBy: ['account-refused-by-pam', 'account-said-expired'],
  likelihood: {
    'cut-off': { unstated: 0.3, none: 0.69 },
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { expired: 0.97 },
    // A password past its date lets the key in and ends the session (session.c, sshd's `Password change required`).
    auth: { closed: 0.75, accepted: 0.2, 'refused-after-key': 0.04 },
    session: { 'ends-at-once': 0.9 },
    'log-names': { 'account-expired': 0.6, none: 0.39 },
    'log-of-ours': { 'account-expired': 0.6, none: 0.39 },
    account: { expired: 0.75, 'password-expired': 0.24 },
  },
  // tinysshd looks at keys alone.
  impossibleWhen: { 'server-kind': ['tinyssh'] },
  sources: ['openssh.md 4.3 #53'],
} satisfies Fault
