import type { Fault } from '../../../core/types.ts'

export default {
  id: 'too-many-keys-offered',
  stage: 'client',
  shows: 'auth',
  title: 'Your client offers too many keys',
  prior: 1,
  why: 'Each key offered counts against MaxAuthTries (6 by default); the server hangs up before the right one.',
  namedBy: ['too-many-attempts'],
  likelihood: {
    auth: { 'too-many': 0.97 },
    'log-names': { 'too-many-keys-offered': 0.6, none: 0.39 },
    'log-of-ours': { 'too-many-keys-offered': 0.6, none: 0.39 },
  },
  sources: ['openssh.md 4.3 #50'],
} satisfies Fault
