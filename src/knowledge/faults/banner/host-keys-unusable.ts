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
    'cut-off': { unstated: 0.3, none: 0.69 },
    'log-names': { 'host-keys-unusable': 0.9, none: 0.09 },
    // Up to 9.7 each child reads them again; from 9.8 on only a start does, and fails. Both are met as often, and at a failed start the
    // port, the listener and the unit all tell of the one thing: rarer rows would count it three times against this fault.
    connect: { open: 0.5, refused: 0.49 },
    'refusal-by': { reset: 0.97 },
    listener: { accepts: 0.5, nobody: 0.49 },
    'sshd-unit': { runs: 0.5, failed: 0.35, starting: 0.14 },
    'first-contact': { closed: 0.93, reset: 0.05 },
    tries: { 'none-through': 0.98 },
    'own-connections': { none: 0.82, few: 0.16 },
    'host-keys': { none: 0.97 },
    'log-of-ours': { 'host-keys-unusable': 0.8, none: 0.18 },
  },
  sources: ['openssh.md 4.2 #14'],
} satisfies Fault
