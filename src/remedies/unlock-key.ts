import type { Remedy } from '../core/remedy.ts'
import { badKeyFile, KEY_FILE } from './plan/bad-key-file.ts'
import { here, or } from '../core/steps.ts'

export default {
  id: 'unlock-key',
  title: 'Unlock the key',
  treats: { 'key-locked': 1 },
  needs: 'here',
  harm: 'none',
  plan: (facts) => [here('Unlock the key once into the agent.', ['ssh-add', or(badKeyFile(facts), KEY_FILE)])],
} satisfies Remedy
