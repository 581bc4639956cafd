import type { Remedy } from '../core/remedy.ts'
import { person } from '../core/steps.ts'

export default {
  id: 'name-right-key-file',
  title: 'Name the right key file',
  treats: { 'key-file-missing': 1 },
  needs: 'here',
  harm: 'none',
  plan: () => [person('Give ssh the path of the right key file with -i.')],
} satisfies Remedy
