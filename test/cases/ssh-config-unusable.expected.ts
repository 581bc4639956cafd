import type { Expected } from './expected.ts'

export default {
  verdict: 'unreachable',
  first: 'ssh-config-unusable',
  sure: 0.8,
} satisfies Expected
