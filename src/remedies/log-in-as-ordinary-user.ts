import type { Remedy } from '../core/remedy.ts'
import { person } from '../core/steps.ts'
import { host } from './plan/target-words.ts'

export default {
  id: 'log-in-as-ordinary-user',
  title: 'Log in as an ordinary user',
  treats: { 'root-login-forbidden': 1 },
  needs: 'here',
  harm: 'none',
  plan: (facts, target) => [
    person(
      `Log in as an ordinary user and become root there: the same command with the name of an account of yours in front of @${host(facts, target) ?? 'the host'}.`,
    ),
  ],
} satisfies Remedy
