import type { Fault } from '../../../core/types.ts'

export default {
  id: 'command-forced',
  stage: 'session',
  title: 'The server runs a command of its own instead of your shell',
  prior: 1,
  why: 'ForceCommand or command="…" in authorized_keys says so; for a backup, git or tunnel account that is intended.',
  likelihood: {
    session: { 'runs-something-else': 0.93, 'ends-at-once': 0.06 },
    'session-pace': { quick: 0.9 },
    'session-rules': { 'command-forced': 0.99, open: 0.008 },
  },
  sources: ['sshd_config(5) ForceCommand'],
} satisfies Fault
