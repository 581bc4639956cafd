import type { Fault } from '../../../core/types.ts'

export default {
  id: 'no-common-algorithm',
  stage: 'kex',
  title: 'Client and server share no algorithm',
  prior: 2,
  why: 'One side is too old or too strict; the list of the server is in the evidence.',
  namedBy: ['no-common-algorithm'],
  likelihood: {
    'log-names': { 'no-common-algorithm': 0.9, none: 0.09 },
    kex: { 'no-common': 0.98 },
    'kex-contact': { kexinit: 0.997 },
    pace: { quick: 0.95 },
    'log-of-ours': { 'no-common-algorithm': 0.85, none: 0.14 },
  },
  sources: ['openssh.md 4.3 #30'],
} satisfies Fault
