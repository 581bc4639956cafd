import type { Fault } from '../../../core/types.ts'

export default {
  id: 'cpu-starved',
  stage: 'host',
  title: 'The host has next to no CPU left',
  prior: 1.5,
  partial: true,
  why: 'Everything still answers, each step seconds late: a burst budget is spent (CPU credits), a neighbour or a runaway job takes the processor.',
  likelihood: {
    connect: { open: 0.93 },
    'first-contact': { 'late-banner': 0.85, banner: 0.08, silent: 0.06 },
    // Crypto is what takes the processor: the exchange is slower than the greeting, never the greeting alone.
    pace: { 'slow-throughout': 0.9, 'slow-banner': 0.02, 'slow-kex': 0.07 },
    loss: { none: 0.9 },
    'second-service': { speaks: 0.5, silent: 0.25, none: 0.25 },
    'kex-contact': { kexinit: 0.9, silent: 0.08 },
    kex: { agrees: 0.75, stalls: 0.25 },
    auth: { accepted: 0.5, 'stalls-at-first': 0.2, 'stalls-later': 0.28 },
    'first-answer': { slow: 0.5 },
    'auth-pace': { slow: 0.7 },
    session: { works: 0.5, hangs: 0.45 },
    'session-pace': { slow: 0.7 },
    tries: { 'all-through': 0.6, 'some-through': 0.3 },
    'small-reply': { answers: 0.7, silent: 0.3 },
    'split-identification': { kexinit: 0.7 },
    'kexinit-size': { 'both-answered': 0.6, neither: 0.3 },
    processor: { starved: 0.95 },
    'accept-queue': { waiting: 0.4, empty: 0.6 },
  },
  sources: ['causes.md 3.5: 10 of the banner time-outs', 'serverfault 884425'],
} satisfies Fault
