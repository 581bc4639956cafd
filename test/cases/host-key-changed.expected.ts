import type { Expected } from './expected.ts'

export default {
  verdict: 'unreachable',
  first: 'host-key-changed',
  sure: 0.8,
  next: /^ssh-keygen -R 203\.0\.113\.7$/,
} satisfies Expected
