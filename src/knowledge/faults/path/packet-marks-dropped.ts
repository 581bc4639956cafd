import type { Fault } from '../../../core/types.ts'

export default {
  id: 'packet-marks-dropped',
  stage: 'path',
  shows: 'session',
  title: 'The network drops the packets that ssh marks',
  prior: 1.1,
  partial: true,
  verdict: 'unreachable',
  why: 'ssh marks its packets (IPQoS), some releases from the first one on and all of them as the session begins. Some virtual networks and routers drop what is marked, or break the connection.',
  likelihood: {
    connect: { open: 0.55, 'comes-and-goes': 0.4, timeout: 0.04 },
    'ssh-alone': { alike: 0.5, fails: 0.5 },
    // What is lost is sent again, as marked as before.
    loss: { some: 0.5, none: 0.5 },
    session: { hangs: 0.5, breaks: 0.48 },
    'unmarked-session': { works: 0.85, same: 0.15 },
    'session-pace': { quick: 0.5 },
    'login-files': { plain: 0.9 },
    'session-rules': { open: 0.97 },
  },
  sources: ['causes.md 3.2.5: B', 'openssh.md 4.6'],
} satisfies Fault
