import type { Fault } from '../../../core/types.ts'

export default {
  id: 'listens-on-other-port',
  stage: 'port',
  title: 'The SSH server listens on another port',
  prior: 3,
  why: 'The port you use is refused; an SSH server answers elsewhere on the same host.',
  likelihood: {
    connect: { refused: 0.9, timeout: 0.08 },
    'refusal-by': { reset: 0.93 },
    'control-port': { refused: 0.9 },
    'other-ssh-port': { found: 0.97 },
    'other-source': { same: 0.96 },
    families: { same: 0.93 },
    listener: { elsewhere: 0.97 },
    'socket-port': { none: 0.85, same: 0.147 },
  },
  sources: ['causes.md 3.5: 25 of the refusals'],
} satisfies Fault
