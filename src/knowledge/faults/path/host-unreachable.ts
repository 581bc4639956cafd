import type { Fault } from '../../../core/types.ts'

export default {
  id: 'host-unreachable',
  stage: 'path',
  title: 'The host is not there',
  prior: 4,
  why: 'Its network answers that nobody has that address, or nothing answers at all: the host is down or has moved, or the address is stale.',
  likelihood: {
    connect: { unreachable: 0.5, timeout: 0.28, 'no-route': 0.2 },
    'refusal-by': { 'neighbour-silent': 0.92, 'icmp-at-once': 0.06 },
    'other-ssh-port': { none: 0.95 },
    proxy: { clear: 0.8, 'refused-beyond': 0.2 },
    'control-port': { silent: 0.5, rejected: 0.47, refused: 0.01 },
    families: { same: 0.9 },
    'other-source': { same: 0.99 },
  },
  sources: ['causes.md 3.5: 20 of the time-outs'],
} satisfies Fault
