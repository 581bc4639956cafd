import type { Expected } from './expected.ts'

export default { verdict: 'unreachable', first: 'forwarding-forbidden', sure: 0.8 } satisfies Expected
