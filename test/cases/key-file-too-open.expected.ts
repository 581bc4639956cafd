import type { Expected } from './expected.ts'

export default {
  verdict: 'unreachable',
  first: 'key-file-too-open',
  sure: 0.8,
  next: /^chmod 600 \/home\/me\/prod\.pem$/,
} satisfies Expected
