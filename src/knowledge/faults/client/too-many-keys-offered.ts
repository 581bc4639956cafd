import type { Fault } from '../../../core/types.ts'

export default {
  id: 'too-many-keys-offered',
  stage: 'client',
  shows: 'auth',
  title: 'Your client offers too many keys',
  prior: 1,
  why: 'Each key offered counts against MaxAuthTries (6 by default); the server hangs up before the right one.',
  likelihood: {
    auth: { 'too-many': 0.97 },
  },
  sources: ['openssh.md 4.3 #50'],
} satisfies Fault
