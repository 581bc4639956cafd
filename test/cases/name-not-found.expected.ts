import type { Expected } from './expected.ts'

export default {
  verdict: 'unreachable',
  first: 'name-not-found',
  sure: 0.8,
} satisfies Expected
