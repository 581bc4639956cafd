import type { Expected } from './expected.ts'

export default { verdict: 'unreachable', first: 'host-key-unknown', sure: 0.8 } satisfies Expected
