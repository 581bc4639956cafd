import type { Verb } from '../../verb.ts'
import { HELP } from './help.ts'
import { OPTIONS } from './options.ts'

export const verb = {
  name: 'config',
  summary: 'what sshd_config really says, what hurts',
  reads: 'words',
  options: OPTIONS,
  ...HELP,
  load: () => import('./run.ts'),
} satisfies Verb
