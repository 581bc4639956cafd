import type { Fault } from '../../../core/types.ts'

export default {
  id: 'host-starved',
  stage: 'host',
  title: 'The host is starved: its kernel answers, its programs do not',
  prior: 9,
  why: 'Memory, disk or CPU are exhausted (swapping, a runaway job, a burst budget gone); packets are still answered, programs no longer get their turn.',
  likelihood: {
    // Through a proxy command, only that nothing comes.
    proxy: { clear: 0.97, wordless: 0.02 },
    connect: { open: 0.88, timeout: 0.08, 'slow-open': 0.03 },
    'first-contact': { silent: 0.925, 'late-banner': 0.07 },
    'second-service': { silent: 0.62, none: 0.35, speaks: 0.006 },
    'control-port': { refused: 0.72, silent: 0.26 },
    'management-agent': { lost: 0.93 },
    workloads: { running: 0.7 },
    tries: { 'none-through': 0.95 },
    pace: { 'slow-throughout': 0.8 },
    'log-drops': { none: 0.9 },
    processor: { starved: 0.3, enough: 0.7 },
    'accept-queue': { waiting: 0.5, empty: 0.5 },
  },
  excludedBy: {
    'second-service=speaks': 'another program of the host answers as usual',
    'first-contact=closed': 'a starved host keeps silent; it does not hang up at once',
  },
  sources: ['causes.md 3.5: 60 of the banner time-outs', 'incident of 8 November 2025'],
} satisfies Fault
