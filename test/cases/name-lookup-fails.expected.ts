import type { Expected } from './expected.ts'

export default {
  verdict: 'unreachable',
  first: 'name-lookup-fails',
  sure: 0.8,
} satisfies Expected
