import type { Expected } from './expected.ts'

export default { verdict: 'degraded', first: 'cpu-starved', sure: 0.8 } satisfies Expected
