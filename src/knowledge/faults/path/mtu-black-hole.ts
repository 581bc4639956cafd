import type { Fault } from '../../../core/types.ts'

export default {
  id: 'mtu-black-hole',
  stage: 'path',
  shows: 'kex',
  title: 'Large packets get lost on the way',
  prior: 4,
  why: 'The path carries less than the usual 1500 bytes and nobody tells the sender (a VPN, an overlay, a filter that drops ICMP). Small packets pass, so the login gets stuck in the key exchange.',
  likelihood: {
    'kex-contact': { kexinit: 0.55, silent: 0.43 },
    kex: { stalls: 0.985, breaks: 0.01 },
    'small-reply': { answers: 0.96 },
    'split-identification': { same: 0.99 },
    // Where only the way from the server is too small, our KEXINIT arrives in any size: its key reply is what gets lost.
    'kexinit-size': { 'large-lost': 0.78, neither: 0.1, 'both-answered': 0.12 },
    loss: { some: 0.55, none: 0.45 },
    pace: { 'slow-kex': 0.95 },
    'host-key': { accepted: 0.4 },
  },
  sources: ['causes.md 3.5: 75 of the key exchange hangs', 'openssh.md 4.3 #31 #32'],
} satisfies Fault
