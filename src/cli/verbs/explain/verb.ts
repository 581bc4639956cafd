import type { Verb } from '../../verb.ts'
import { HELP } from './help.ts'
import { OPTIONS } from './options.ts'

export const verb = {
  name: 'explain',
  summary: 'read what you already have',
  reads: 'text',
  options: OPTIONS,
  ...HELP,
  load: () => import('./run.ts'),
} satisfies Verb
