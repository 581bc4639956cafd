import type { Fault } from '../../../core/types.ts'

export default {
  id: 'control-socket-stale',
  stage: 'client',
  title: 'Your shared connection is dead',
  prior: 0.5,
  partial: true,
  verdict: 'unreachable',
  why: 'ssh rides an open master connection (ControlPath) that no longer answers; a new connection works.',
  likelihood: {
    'control-socket': { broken: 0.97 },
  },
  impossibleWhen: { 'control-socket': ['works'] },
  sources: ['ssh(1) -O, mux.c (9.2)'],
} satisfies Fault
