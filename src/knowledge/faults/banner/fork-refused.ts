import type { Fault } from '../../../core/types.ts'

export default {
  id: 'fork-refused',
  stage: 'banner',
  title: 'sshd cannot start another process',
  prior: 0.2,
  // A limit of one user's (nproc, the user's slice) lets the login through and starts no shell.
  partial: true,
  refines: 'sshd-child-dies',
  why: 'The limit of processes (cgroup pids, TasksMax, nproc) is reached.',
  namedBy: ['fork-failed'],
  likelihood: {
    'cut-off': { unstated: 0.3, none: 0.69 },
    'log-names': { 'fork-refused': 0.9, none: 0.09 },
    'first-contact': { closed: 0.8, reset: 0.07, banner: 0.12 },
    'turned-away': { wordless: 0.96 },
    tries: { 'none-through': 0.85, 'some-through': 0.13 },
    'own-connections': { none: 0.82, few: 0.16 },
    session: { refused: 0.5, hangs: 0.25, works: 0.1, 'ends-at-once': 0.08, breaks: 0.05 },
    processes: { exhausted: 0.8, enough: 0.2 },
    'log-of-ours': { 'fork-refused': 0.8, none: 0.18 },
  },
  sources: ['openssh.md 4.2 #11'],
} satisfies Fault
