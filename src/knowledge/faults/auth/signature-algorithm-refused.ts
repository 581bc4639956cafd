import type { Fault } from '../../../core/types.ts'

export default {
  id: 'signature-algorithm-refused',
  stage: 'auth',
  title: 'The key may be right, and its signature is of a kind the other side refuses',
  prior: 0.6,
  refines: 'key-not-accepted',
  why: 'An old client signs with RSA and SHA-1 (ssh-rsa), which OpenSSH refuses since 8.8; or one side is told to take other kinds of keys only.',
  namedBy: ['key-algorithm-not-accepted', 'client-signature-algorithm'],
  likelihood: {
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { none: 0.95 },
    auth: { denied: 0.96, 'nothing-to-offer': 0.02 },
    'client-signs': { 'too-old-for-the-server': 0.55, 'as-taken': 0.44 },
    'login-name': { ordinary: 0.8, root: 0.2 },
    'authorized-keys': { 'algorithm-barred': 0.5, ours: 0.4, 'not-ours': 0.08 },
    'log-of-ours': { 'signature-algorithm-refused': 0.7, none: 0.29 },
    'log-names': { 'signature-algorithm-refused': 0.7, none: 0.29 },
    'client-names': { 'signature-algorithm-refused': 0.4, none: 0.59 },
  },
  sources: ['openssh.md 4.3 #48, #57', 'auth2-pubkey.c userauth_pubkey (9.2)', 'sshconnect2.c send_pubkey_test (9.2)'],
} satisfies Fault
