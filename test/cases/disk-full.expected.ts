import type { Expected } from './expected.ts'

export default { verdict: 'reachable' } satisfies Expected
