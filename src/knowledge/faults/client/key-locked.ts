import type { Fault } from '../../../core/types.ts'

export default {
  id: 'key-locked',
  stage: 'client',
  shows: 'auth',
  title: 'Every key is locked by a passphrase and no agent holds it',
  prior: 0.5,
  why: 'ssh would ask for the passphrase; without a terminal or an agent it cannot sign.',
  likelihood: {
    'key-files': { locked: 0.99 },
    auth: { 'refused-after-key': 0.4, denied: 0.15, 'nothing-to-offer': 0.2, 'wants-password': 0.22 },
  },
  sources: ['sshconnect2.c sign_and_send_pubkey (9.2)'],
} satisfies Fault
