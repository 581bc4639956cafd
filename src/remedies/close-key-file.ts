import type { Remedy } from '../core/remedy.ts'
import { badKeyFile, KEY_FILE } from './plan/bad-key-file.ts'
import { here, or } from '../core/steps.ts'

export default {
  id: 'close-key-file',
  title: 'Take the rights of others from the key file',
  treats: { 'key-file-too-open': 1 },
  needs: 'here',
  harm: 'lasting',
  plan: (facts) => [
    here('Take the rights away from everybody else, then try again.', [
      'chmod',
      '600',
      or(badKeyFile(facts), KEY_FILE),
    ]),
  ],
} satisfies Remedy
