import type { Fault } from '../../../core/types.ts'

export default {
  id: 'grace-time-over',
  stage: 'auth',
  title: 'The login takes longer than the server waits for it',
  prior: 0.3,
  why: 'sshd hangs up when nobody has logged in after LoginGraceTime (120 s by default): a slow directory or program on the server, or a prompt that nobody answered in time.',
  namedBy: ['grace-time-over'],
  likelihood: {
    'cut-off': { unstated: 0.3, none: 0.69 },
    'first-answer': { quick: 0.7 },
    'auth-pace': { slow: 0.8, quick: 0.2 },
    'server-text': { none: 0.97 },
    auth: { closed: 0.5, 'stalls-later': 0.35, 'stalls-at-first': 0.14 },
    'login-grace': { over: 0.85, kept: 0.14 },
    'log-of-ours': { 'grace-time-over': 0.6, none: 0.39 },
    'log-names': { 'grace-time-over': 0.8, none: 0.19 },
    // Strangers who connect and say nothing leave the same line: a crowd of them tells nothing of this login.
    'log-attack': { none: 0.6, 'one-source': 0.398, 'many-sources': 0.002 },
  },
  sources: ['openssh.md 4.3 #38', 'openssh.md 4.3 #59'],
} satisfies Fault
