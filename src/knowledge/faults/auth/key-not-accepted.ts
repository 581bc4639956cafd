import type { Fault } from '../../../core/types.ts'

export default {
  id: 'key-not-accepted',
  stage: 'auth',
  title: 'The server does not accept your key for this user',
  prior: 10,
  why: 'The key is not in authorized_keys of that user, or the user name is wrong.',
  likelihood: {
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { none: 0.95 },
    auth: { denied: 0.96, 'nothing-to-offer': 0.02 },
    'login-name': { ordinary: 0.8, root: 0.2 },
    'authorized-keys': { 'not-ours': 0.55, none: 0.42, ours: 0.028 },
    account: { fine: 0.7, missing: 0.29 },
  },
  advice: {
    says: "Check the user name (each image has its own: ubuntu, ec2-user, admin, debian), and that your public key is in that user's authorized_keys.",
  },
  sources: ['openssh.md 4.3 #40'],
} satisfies Fault
