import type { Fault } from '../../../core/types.ts'

export default {
  id: 'probe-not-trustworthy',
  stage: 'client',
  shows: 'path',
  title: 'Something on your own side answers in place of the server',
  prior: 3,
  why: 'A proxy, VPN or security agent on this machine or network completes every TCP connection by itself; what it shows says nothing about the server.',
  likelihood: {
    'cut-off': { unstated: 0.3, none: 0.69 },
    'control-port': { open: 0.96 },
    'address-kind': { 'made-up': 0.3, ordinary: 0.7 },
    connect: { open: 0.95 },
    'first-contact': { closed: 0.5, silent: 0.2, reset: 0.15, 'other-protocol': 0.05, banner: 0.08 },
    tries: { 'none-through': 0.88, 'all-through': 0.1 },
    'second-service': { silent: 0.45, speaks: 0.5 },
  },
  sources: ['causes.md 3.2.0: A in the kex phase', 'RFC 2544'],
} satisfies Fault
