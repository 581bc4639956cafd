import type { Verb } from '../../verb.ts'
import { HELP } from './help.ts'
import { OPTIONS } from './options.ts'

export const verb = {
  name: 'completion',
  summary: 'make your shell complete it',
  reads: 'words',
  service: true,
  options: OPTIONS,
  ...HELP,
  load: () => import('./run.ts'),
} satisfies Verb
