import type { Expected } from './expected.ts'

export default {
  verdict: 'unreachable',
  first: 'selinux-denies',
  sure: 0.7,
} satisfies Expected
