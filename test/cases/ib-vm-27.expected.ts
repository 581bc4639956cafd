import type { Expected } from './expected.ts'

export default {
  verdict: 'unreachable',
  first: 'maxstartups-saturated',
  sure: 0.9,
  becauseOf: ['brute-force'],
} satisfies Expected
