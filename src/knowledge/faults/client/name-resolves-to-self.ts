import type { Fault } from '../../../core/types.ts'

export default {
  id: 'name-resolves-to-self',
  stage: 'client',
  shows: 'path',
  title: 'The name leads back to your own machine',
  prior: 0.6,
  partial: true,
  verdict: 'unreachable',
  why: 'A line of /etc/hosts, a filter of names or a wrong record gives a loopback address, 0.0.0.0 or an address of this machine for the name, so ssh knocks at its own door.',
  likelihood: {
    'leads-to': { self: 0.98 },
    connect: { refused: 0.72, open: 0.24, timeout: 0.02 },
    'refusal-by': { reset: 0.97 },
    entrance: { loopback: 0.6, own: 0.34, 'other-port': 0.05 },
    // An sshd of our own may well answer there.
    auth: { denied: 0.55, accepted: 0.2, 'wants-password': 0.15 },
    'host-key': { accepted: 0.1, unknown: 0.45, changed: 0.45 },
  },
  sources: ['hosts(5): Debian gives the host name of the machine the address 127.0.1.1', 'causes.md 3.2.0: C'],
} satisfies Fault
