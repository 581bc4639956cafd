import type { Fault } from '../../../core/types.ts'

export default {
  id: 'sessions-refused',
  stage: 'session',
  title: 'The server lets you in and refuses a session',
  prior: 0.4,
  verdict: 'unreachable',
  why: 'MaxSessions is 0 or used up, PAM opens no session, its ChrootDirectory cannot be used, or it allows tunnels only.',
  namedBy: ['session-refused'],
  likelihood: {
    'log-names': { 'sessions-refused': 0.9, none: 0.09 },
    session: { refused: 0.6, 'no-session': 0.27, breaks: 0.12 },
    'session-rules': { 'none-allowed': 0.6, open: 0.39 },
    'login-files': { plain: 0.75, 'chroot-unusable': 0.2 },
    'pam-stack': { plain: 0.85, 'module-missing': 0.05, 'may-deny': 0.05 },
    'log-of-ours': { 'sessions-refused': 0.8, none: 0.19 },
  },
  sources: ['openssh.md 4.4 #60'],
} satisfies Fault
