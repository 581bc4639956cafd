import type { Fault } from '../../../core/types.ts'

export default {
  id: 'memory-exhausted',
  stage: 'host',
  title: 'The host is out of memory',
  prior: 1,
  partial: true,
  refines: 'host-starved',
  why: 'Programs wait for memory that is not there; the kernel swaps, or kills programs.',
  namedBy: ['killed-for-memory'],
  likelihood: {
    'log-names': { 'memory-exhausted': 0.4, none: 0.59 },
    'first-contact': { silent: 0.55, 'late-banner': 0.1, banner: 0.34 },
    'second-service': { silent: 0.4, none: 0.36, speaks: 0.23 },
    'management-agent': { lost: 0.9 },
    pace: { 'slow-throughout': 0.55, quick: 0.4, 'slow-kex': 0.03, 'slow-banner': 0.02 },
    tries: { 'none-through': 0.55, 'all-through': 0.4 },
    memory: { short: 0.6, killing: 0.38 },
    'accept-queue': { waiting: 0.4, empty: 0.6 },
  },
  sources: ['causes.md 3.2.2'],
} satisfies Fault
