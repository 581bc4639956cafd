import type { Verb } from '../../verb.ts'
import { HELP } from './help.ts'
import { OPTIONS } from './options.ts'

export const verb = {
  name: 'startups',
  summary: 'what MaxStartups does under your load',
  reads: 'words',
  options: OPTIONS,
  ...HELP,
  load: () => import('./run.ts'),
} satisfies Verb
