import type { Fault } from '../../../core/types.ts'

export default {
  id: 'fork-refused',
  stage: 'banner',
  title: 'sshd cannot start another process',
  prior: 0.1,
  refines: 'sshd-child-dies',
  why: 'The limit of processes (cgroup pids, TasksMax, nproc) is reached.',
  likelihood: {
    'log-names': { 'fork-refused': 0.9, none: 0.09 },
    'first-contact': { closed: 0.9, reset: 0.08 },
    'close-delay': { instant: 0.8, brief: 0.2 },
    tries: { 'none-through': 0.95 },
    'own-connections': { none: 0.82, few: 0.16 },
    processes: { exhausted: 0.85 },
    'log-of-ours': { 'fork-refused': 0.8, none: 0.18 },
  },
  advice: {
    says: 'Over another way in: see what fills the limit of processes.',
    command: 'systemctl status ssh; cat /proc/sys/kernel/pid_max',
  },
  sources: ['openssh.md 4.2 #11'],
} satisfies Fault
