import type { Fault } from '../../../core/types.ts'

export default {
  id: 'host-key-unknown',
  stage: 'client',
  shows: 'kex',
  title: "Nobody has confirmed the server's host key on this machine",
  prior: 1,
  partial: true,
  verdict: 'unreachable',
  why: 'ssh asks a person to compare the fingerprint; in a script it stops.',
  likelihood: {
    'host-key': { unknown: 0.98 },
    kex: { agrees: 0.97 },
    'kex-contact': { kexinit: 0.997 },
    pace: { quick: 0.9 },
  },
  sources: ['openssh.md 4.3 #35'],
} satisfies Fault
