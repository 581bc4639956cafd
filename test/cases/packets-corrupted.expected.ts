import type { Expected } from './expected.ts'

export default { verdict: 'unreachable', first: 'packets-corrupted', sure: 0.8 } satisfies Expected
