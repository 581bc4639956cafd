import type { Remedy } from '../core/remedy.ts'
import { onServer, or } from '../core/steps.ts'
import { USER, user } from './plan/target-words.ts'

export default {
  id: 'look-at-shell',
  title: 'Look at the shell and the start-up files',
  treats: { 'shell-exits': 0.3 },
  needs: 'server',
  harm: 'none',
  opensshOnly: true,
  plan: (facts, target) => [
    onServer('Look at the shell and the start-up files.', ['getent', 'passwd', or(user(facts, target), USER)]),
  ],
} satisfies Remedy
