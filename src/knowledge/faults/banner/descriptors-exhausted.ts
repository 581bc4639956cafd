import type { Fault } from '../../../core/types.ts'

export default {
  id: 'descriptors-exhausted',
  stage: 'banner',
  title: 'sshd has no file descriptor left',
  prior: 0.1,
  refines: 'sshd-hung',
  why: 'accept() fails again and again; connections wait in the kernel.',
  namedBy: ['too-many-open-files'],
  likelihood: {
    'cut-off': { unstated: 0.3, none: 0.69 },
    'log-names': { 'descriptors-exhausted': 0.9, none: 0.09 },
    // A limit too low for a child, not used up by the listener, closes instead (sshd.c: reexec socketpair, pipe).
    'first-contact': { silent: 0.75, closed: 0.2, banner: 0.04 },
    'second-service': { speaks: 0.8, none: 0.18 },
    tries: { 'none-through': 0.97 },
    descriptors: { exhausted: 0.96 },
    'accept-queue': { waiting: 0.75, empty: 0.25 },
    'log-of-ours': { 'descriptors-exhausted': 0.6, none: 0.39 },
  },
  sources: ['openssh.md 3.2'],
} satisfies Fault
