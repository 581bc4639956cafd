import type { Fault } from '../../../core/types.ts'

export default {
  id: 'protocol-blocked',
  stage: 'path',
  shows: 'kex',
  title: 'Something on the way blocks the SSH protocol itself',
  prior: 1,
  why: 'A filter reads the traffic and stops what looks like SSH; other traffic on the same port passes.',
  likelihood: {
    'cut-off': { unstated: 0.2, none: 0.79 },
    // Some let the names pass and stop the first packet behind them.
    'kex-contact': { reset: 0.5, silent: 0.36, kexinit: 0.12, closed: 0.01 },
    'small-reply': { answers: 0.94 },
    'split-identification': { kexinit: 0.8, same: 0.2 },
    'kexinit-size': { neither: 0.6 },
    kex: { stalls: 0.55, breaks: 0.44 },
    loss: { some: 0.4, none: 0.6 },
    'first-contact': { banner: 0.85, reset: 0.06, silent: 0.06 },
    pace: { 'slow-kex': 0.5, quick: 0.5 },
  },
  sources: ['causes.md 3.2.0: B', 'causes.md 3.5'],
} satisfies Fault
