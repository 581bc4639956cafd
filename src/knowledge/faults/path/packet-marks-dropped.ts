import type { Fault } from '../../../core/types.ts'

export default {
  id: 'packet-marks-dropped',
  stage: 'path',
  shows: 'session',
  title: 'The network drops the packets that ssh marks as urgent',
  prior: 0.5,
  partial: true,
  verdict: 'unreachable',
  why: 'Once the login is through, ssh marks its packets (IPQoS); some virtual networks and routers drop or break what is marked so, and the connection hangs or ends as the session begins.',
  likelihood: {
    session: { hangs: 0.5, breaks: 0.48 },
    'unmarked-session': { works: 0.85, same: 0.15 },
    'session-pace': { quick: 0.5 },
    'login-files': { plain: 0.9 },
    'session-rules': { open: 0.97 },
  },
  sources: ['causes.md 3.2.5: B', 'openssh.md 4.6'],
} satisfies Fault
