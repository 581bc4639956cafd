import type { Fault } from '../../../core/types.ts'

export default {
  id: 'host-keys-unusable',
  stage: 'banner',
  title: "sshd's host keys are missing or unreadable",
  prior: 0.1,
  refines: 'sshd-child-dies',
  why: 'Up to 9.7 every connection reads the host keys again; without one the child ends.',
  likelihood: {
    'log-names': { 'host-keys-unusable': 0.9, none: 0.09 },
    'first-contact': { closed: 0.93, reset: 0.05 },
    'close-delay': { brief: 0.9 },
    tries: { 'none-through': 0.98 },
    'own-connections': { none: 0.82, few: 0.16 },
    'host-keys': { none: 0.97 },
    'log-of-ours': { 'host-keys-unusable': 0.8, none: 0.18 },
  },
  advice: { says: 'Over another way in: restore the keys from a backup, or make new ones.', command: 'ssh-keygen -A' },
  sources: ['openssh.md 4.2 #14'],
} satisfies Fault
