import type { Expected } from './expected.ts'

export default {
  verdict: 'unreachable',
  first: 'key-locked',
  sure: 0.8,
  next: /^ssh-add \/home\/me\/\.ssh\/id_ed25519$/,
} satisfies Expected
