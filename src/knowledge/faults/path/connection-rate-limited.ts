import type { Fault } from '../../../core/types.ts'

export default {
  id: 'connection-rate-limited',
  stage: 'path',
  title: 'A limiter on the way lets only a few new connections through',
  prior: 2,
  partial: true,
  why: 'A firewall counts new connections (ufw limit, hashlimit, nft limit) and shuts the door for a while.',
  likelihood: {
    'cut-off': { unstated: 0.2, none: 0.79 },
    connect: { stops: 0.62, 'comes-and-goes': 0.2, open: 0.06, timeout: 0.06, refused: 0.05 },
    'refusal-by': { 'icmp-refused': 0.6, reset: 0.3 },
    loss: { none: 0.6 },
    'control-port': { refused: 0.7, silent: 0.28 },
    firewall: { limits: 0.7, open: 0.298 },
  },
  sources: ['causes.md 3.2.1: B in CI'],
} satisfies Fault
