import type { Fault } from '../../../core/types.ts'

export default {
  id: 'tarpit',
  stage: 'port',
  title: 'A tarpit answers on the port',
  prior: 0.3,
  why: 'A program that only wastes the time of attackers (endlessh) listens there; the real server has another port.',
  likelihood: {
    'first-contact': { 'endless-lines': 0.6, dripping: 0.39 },
    tries: { 'none-through': 0.97 },
    'other-ssh-port': { found: 0.4, none: 0.6 },
    'sshd-unit': { runs: 0.6, stopped: 0.36, failed: 0.03 },
    listener: { 'other-program': 0.8, elsewhere: 0.1, nobody: 0.05 },
  },
  sources: ['openssh.md 4.2 #8'],
} satisfies Fault
