import type { Fault } from '../../../core/types.ts'

export default {
  id: 'packets-corrupted',
  stage: 'client',
  shows: 'kex',
  title: 'Encrypted packets arrive damaged',
  prior: 0.4,
  why: 'One side cannot check the packets that the other encrypted: one of them computes a cipher or MAC wrongly, a network card is broken, or a box on the way changes bytes.',
  namedBy: ['client-packet-corrupted', 'packet-corrupted'],
  likelihood: {
    // Where it is the server that finds them damaged, the client sees only that it hangs up.
    'client-names': { 'packets-corrupted': 0.7, none: 0.29 },
    'log-names': { 'packets-corrupted': 0.85, none: 0.14 },
    'log-of-ours': { 'packets-corrupted': 0.7, none: 0.29 },
    kex: { agrees: 0.6, garbled: 0.3, breaks: 0.09 },
    'first-encrypted': { unanswered: 0.7, answered: 0.3 },
    auth: { closed: 0.85, accepted: 0.1 },
    'host-key': { accepted: 0.9 },
    'server-text': { none: 0.98 },
    'kex-contact': { kexinit: 0.95 },
    pace: { quick: 0.9 },
  },
  sources: ['openssh.md 4.3 #34', 'packet.c ssh_packet_read_poll2 (9.2)'],
} satisfies Fault
