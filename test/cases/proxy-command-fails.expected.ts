import type { Expected } from './expected.ts'

export default {
  verdict: 'unreachable',
  first: 'proxy-command-fails',
  sure: 0.6,
} satisfies Expected
