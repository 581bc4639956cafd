import type { Fault } from '../../../core/types.ts'

export default {
  id: 'memory-exhausted',
  stage: 'host',
  title: 'The host is out of memory',
  prior: 0.15,
  refines: 'host-starved',
  why: 'Programs wait for memory that is not there; it swaps or kills.',
  likelihood: {
    'first-contact': { silent: 0.9, 'late-banner': 0.08 },
    'second-service': { silent: 0.6, none: 0.36, speaks: 0.03 },
    'management-agent': { lost: 0.9 },
    pace: { 'slow-throughout': 0.8 },
    tries: { 'none-through': 0.95 },
  },
  advice: { says: 'Over the cloud: look for "Out of memory" on the console; then reboot, and add memory or swap.' },
  sources: ['causes.md phase 2'],
} satisfies Fault
