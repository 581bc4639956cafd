import type { Expected } from './expected.ts'

export default { verdict: 'unreachable', first: 'destination-empty', sure: 0.8 } satisfies Expected
