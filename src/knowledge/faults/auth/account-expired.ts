import type { Fault } from '../../../core/types.ts'

export default {
  id: 'account-expired',
  stage: 'auth',
  title: 'The account has expired',
  prior: 0.5,
  why: 'Its expiry date has passed; the key is accepted and the door stays shut.',
  likelihood: {
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { expired: 0.97 },
    auth: { closed: 0.93, 'refused-after-key': 0.04 },
    account: { expired: 0.75, 'password-expired': 0.24 },
  },
  advice: { says: 'Over another way in: set a new expiry date.', command: 'chage -E -1 {user}' },
  sources: ['openssh.md 4.3 #53'],
} satisfies Fault
