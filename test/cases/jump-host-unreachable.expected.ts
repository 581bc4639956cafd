import type { Expected } from './expected.ts'

export default {
  verdict: 'unreachable',
  first: 'jump-host-unreachable',
  sure: 0.6,
  next: /203\.0\.113\.99/,
} satisfies Expected
