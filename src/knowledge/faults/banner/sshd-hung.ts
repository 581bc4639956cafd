import type { Fault } from '../../../core/types.ts'

export default {
  id: 'sshd-hung',
  stage: 'banner',
  title: 'sshd itself hangs',
  prior: 0.8,
  why: 'The kernel accepts connections for sshd and the rest of the host is well, but the listener does not take them: it is stopped, deadlocked or blocked.',
  likelihood: {
    // Through a proxy command, only that nothing comes.
    proxy: { clear: 0.97, wordless: 0.02 },
    'first-contact': { silent: 0.97 },
    'second-service': { speaks: 0.8, none: 0.18, silent: 0.01 },
    'control-port': { refused: 0.9 },
    'management-agent': { online: 0.95 },
    tries: { 'none-through': 0.97 },
    workloads: { running: 0.95 },
    listener: { stopped: 0.65, blocked: 0.15, accepts: 0.19 },
    'accept-queue': { waiting: 0.85 },
  },
  excludedBy: {
    'management-agent=lost': 'the management agent was lost at the same time: a fault of sshd alone does not do that',
  },
  sources: ['causes.md 3.5: 2 of the banner time-outs', 'openssh.md 3.2'],
} satisfies Fault
