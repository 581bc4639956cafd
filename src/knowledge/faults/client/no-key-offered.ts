import type { Fault } from '../../../core/types.ts'

export default {
  id: 'no-key-offered',
  stage: 'client',
  shows: 'auth',
  title: 'Your client offers no key',
  prior: 1.2,
  why: 'ssh found no private key it may use: none at the usual paths, none in an agent, or the options leave every one of them out. The server asks for one and gets none.',
  namedBy: ['client-no-key', 'client-no-method-left'],
  likelihood: {
    'client-names': { 'no-key-offered': 0.5, none: 0.49 },
    'key-files': { fine: 0.97, missing: 0.02 },
    'keys-at-hand': { none: 0.92, some: 0.08 },
    auth: { 'nothing-to-offer': 0.72, 'wants-password': 0.24, 'method-absent': 0.02 },
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.95 },
    'server-text': { none: 0.99 },
    'authorized-keys': { none: 0.35, 'not-ours': 0.6 },
  },
  sources: ['sshconnect2.c pubkey_prepare (9.2)', 'openssh.md 4.3 #40'],
} satisfies Fault
