import type { Verb } from '../../verb.ts'
import { HELP } from './help.ts'
import { OPTIONS } from './options.ts'

export const verb = {
  name: 'diagnose',
  summary: 'why you cannot get in',
  reads: 'ssh',
  options: OPTIONS,
  ...HELP,
  load: () => import('./run.ts'),
} satisfies Verb
