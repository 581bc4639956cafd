import type { Fault } from '../../../core/types.ts'

export default {
  id: 'packet-loss',
  stage: 'path',
  title: 'The network loses packets',
  prior: 2,
  partial: true,
  why: 'Part of what is sent never arrives, in one direction or both; everything works, with pauses of a second and more.',
  likelihood: {
    connect: { 'slow-open': 0.5, open: 0.3, 'comes-and-goes': 0.16, timeout: 0.03 },
    loss: { some: 0.96 },
    // What is lost is not answered; a neighbour that is not heard is the one refusal a lossy link makes.
    'refusal-by': { 'neighbour-silent': 0.94, reset: 0.02, 'icmp-refused': 0.02, 'icmp-at-once': 0.02 },
    'first-contact': { banner: 0.6, 'late-banner': 0.3, silent: 0.08 },
    tries: { 'all-through': 0.6, 'some-through': 0.35 },
    pace: { quick: 0.25, 'slow-throughout': 0.2, 'slow-banner': 0.15, 'slow-kex': 0.4 },
    kex: { agrees: 0.85, stalls: 0.12 },
    'kex-contact': { kexinit: 0.9, silent: 0.09 },
    auth: { accepted: 0.8, 'stalls-later': 0.08, 'stalls-at-first': 0.02 },
    'first-answer': { quick: 0.7 },
    'auth-pace': { quick: 0.7 },
    session: { works: 0.85, hangs: 0.12 },
    'session-pace': { quick: 0.7 },
    'second-service': { speaks: 0.6, none: 0.35 },
    'kexinit-size': { 'both-answered': 0.6, 'large-lost': 0.15, neither: 0.25 },
    'small-reply': { answers: 0.7, silent: 0.3 },
    'split-identification': { kexinit: 0.7 },
  },
  sources: ['RFC 6298'],
} satisfies Fault
