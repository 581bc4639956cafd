import type { Fault } from '../../../core/types.ts'

export default {
  id: 'sessions-refused',
  stage: 'session',
  title: 'The server lets you in and refuses a session',
  prior: 0.4,
  verdict: 'unreachable',
  why: 'MaxSessions is 0 or used up, or the server allows tunnels only.',
  likelihood: {
    'log-names': { 'sessions-refused': 0.9, none: 0.09 },
    session: { refused: 0.93, breaks: 0.06 },
    'session-rules': { 'none-allowed': 0.9, open: 0.09 },
    'log-of-ours': { 'sessions-refused': 0.8, none: 0.19 },
  },
  advice: { says: 'Over another way in: look at MaxSessions.', command: 'sshd -T | grep -i maxsessions' },
  sources: ['openssh.md 4.4 #60'],
} satisfies Fault
