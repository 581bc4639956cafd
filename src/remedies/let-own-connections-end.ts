import type { Remedy } from '../core/remedy.ts'
import { person } from '../core/steps.ts'

export default {
  id: 'let-own-connections-end',
  title: 'Let your own connections end',
  treats: { 'per-source-limit': 0.9 },
  needs: 'here',
  harm: 'none',
  plan: () => [person('Let your own unfinished connections end, or come from another address.')],
} satisfies Remedy
