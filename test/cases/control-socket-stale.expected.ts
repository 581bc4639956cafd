import type { Expected } from './expected.ts'

export default {
  verdict: 'unreachable',
  first: 'control-socket-stale',
  sure: 0.8,
  next: /^ssh -O exit/,
} satisfies Expected
