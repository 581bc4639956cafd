import type { Verb } from '../../verb.ts'
import { HELP } from './help.ts'
import { OPTIONS } from './options.ts'

export const verb = {
  name: 'logs',
  summary: 'who floods sshd, and who is dropped',
  reads: 'words',
  options: OPTIONS,
  ...HELP,
  load: () => import('./run.ts'),
} satisfies Verb
