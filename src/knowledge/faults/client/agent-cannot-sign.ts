import type { Fault } from '../../../core/types.ts'

export default {
  id: 'agent-cannot-sign',
  stage: 'client',
  shows: 'auth',
  title: 'Your key is known, and its holder refuses to sign with it',
  prior: 0.7,
  why: 'The agent or the security key has the private half and signs nothing: it waits for a touch, a PIN or a yes that nobody can give where it asks, the key is locked away, or the file beside it is another key.',
  namedBy: ['client-agent-refused', 'client-authenticator-failed'],
  likelihood: {
    'client-names': { 'agent-cannot-sign': 0.95, none: 0.04 },
    'key-files': { fine: 0.97 },
    auth: { 'refused-after-key': 0.8, denied: 0.12, 'too-many': 0.02, 'stalls-later': 0.05 },
    'first-answer': { quick: 0.95 },
    'auth-pace': { quick: 0.6 },
    'server-text': { none: 0.99 },
    'authorized-keys': { ours: 0.9, 'not-ours': 0.05 },
  },
  sources: ['sshconnect2.c sign_and_send_pubkey (9.2)', 'ssh-agent.c process_sign_request2 (9.2)'],
} satisfies Fault
