import type { Remedy } from '../core/remedy.ts'
import { onServer, or } from '../core/steps.ts'
import { toldWords } from './plan/told-words.ts'
import { USER, user } from './plan/target-words.ts'
import { plainWord } from '../core/steps.ts'

export default {
  id: 'name-right-user',
  title: 'Log in as a user that exists',
  treats: { 'user-unknown': 1 },
  needs: 'server',
  harm: 'none',
  opensshOnly: true,
  plan: (facts, target) => [
    onServer(
      'Check the spelling of the user name (each image has its own: ubuntu, ec2-user, admin, debian). Whether the server knows it, the command says; where a directory should know it (LDAP, SSSD), that does not answer.',
      ['getent', 'passwd', or(plainWord(toldWords(facts, 'user-unknown').user) ?? user(facts, target), USER)],
    ),
  ],
} satisfies Remedy
