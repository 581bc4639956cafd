import type { Expected } from './expected.ts'

export default { verdict: 'unreachable', first: 'key-file-missing', sure: 0.8, next: /-i/ } satisfies Expected
