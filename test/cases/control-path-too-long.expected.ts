import type { Expected } from './expected.ts'

export default { verdict: 'unreachable', first: 'control-path-too-long', sure: 0.8 } satisfies Expected
