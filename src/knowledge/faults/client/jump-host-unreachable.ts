import type { Fault } from '../../../core/types.ts'

export default {
  id: 'jump-host-unreachable',
  stage: 'client',
  title: 'The jump host cannot be reached',
  prior: 1,
  why: 'ssh goes through another host first (ProxyJump), and that host fails already.',
  likelihood: {
    proxy: { 'jump-unreachable': 0.95, wordless: 0.03, 'command-fails': 0.01 },
  },
  sources: ['openssh.md 4.1'],
} satisfies Fault
