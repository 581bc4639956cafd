import type { Fault } from '../../../core/types.ts'

export default {
  id: 'login-hangs',
  stage: 'session',
  title: 'The login works and the shell never comes',
  prior: 1,
  verdict: 'unreachable',
  why: 'A start-up file, a mount or a session module on the server waits for something.',
  likelihood: {
    session: { hangs: 0.8, 'hangs-for-commands': 0.18 },
    'session-pace': { quick: 0.5 },
    'login-files': { 'may-wait': 0.7, plain: 0.28 },
  },
  sources: ['causes.md 3.2.5'],
} satisfies Fault
