import type { Fault } from '../../../core/types.ts'

export default {
  id: 'host-keys-unusable',
  stage: 'banner',
  title: "sshd's host keys are missing or unreadable",
  prior: 0.1,
  refines: 'sshd-child-dies',
  why: 'Without a host key sshd does not start; up to 9.7 the child of every connection reads the keys again, and ends.',
  namedBy: ['no-host-keys'],
  likelihood: {
    'log-names': { 'host-keys-unusable': 0.9, none: 0.09 },
    // From 9.8 on the listener has read them once and for all: there the next start fails, as it does everywhere.
    connect: { open: 0.75, refused: 0.24 },
    'refusal-by': { reset: 0.97 },
    listener: { accepts: 0.75, nobody: 0.24 },
    'sshd-unit': { runs: 0.75, failed: 0.14, starting: 0.1 },
    'first-contact': { closed: 0.93, reset: 0.05 },
    tries: { 'none-through': 0.98 },
    'own-connections': { none: 0.82, few: 0.16 },
    'host-keys': { none: 0.97 },
    'log-of-ours': { 'host-keys-unusable': 0.8, none: 0.18 },
  },
  sources: ['openssh.md 4.2 #14'],
} satisfies Fault
