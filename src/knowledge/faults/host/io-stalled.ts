import type { Fault } from '../../../core/types.ts'

export default {
  id: 'io-stalled',
  stage: 'host',
  title: 'The disk of the host stands still',
  prior: 0.1,
  refines: 'host-starved',
  why: 'Every program that touches the disk waits.',
  namedBy: ['task-blocked'],
  likelihood: {
    'log-names': { 'io-stalled': 0.4, none: 0.59 },
    'first-contact': { silent: 0.9, 'late-banner': 0.08 },
    'second-service': { silent: 0.6, none: 0.36, speaks: 0.03 },
    'management-agent': { lost: 0.9 },
    pace: { 'slow-throughout': 0.8 },
    tries: { 'none-through': 0.95 },
    storage: { stalled: 0.95 },
    'accept-queue': { waiting: 0.3, empty: 0.7 },
  },
  sources: ['causes.md 3.2.2'],
} satisfies Fault
