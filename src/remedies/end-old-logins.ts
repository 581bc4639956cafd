import type { Remedy } from '../core/remedy.ts'
import { onServer, or, plainWord } from '../core/steps.ts'
import { toldWords } from './plan/told-words.ts'
import { USER, user } from './plan/target-words.ts'

export default {
  id: 'end-old-logins',
  title: 'End logins that nobody uses, or raise the limit',
  treats: { 'login-limit-reached': 1 },
  needs: 'server',
  harm: 'interrupts',
  plan(facts, target) {
    const name = or(plainWord(toldWords(facts, 'too-many-logins').user) ?? user(facts, target), USER)
    return [
      onServer(
        'See who is logged in, since when and how long idle, and end the sessions that nobody uses.',
        ['who', '-u'],
        ['loginctl', 'list-sessions'],
      ),
      onServer('If the limit is too small: it stands as maxlogins or maxsyslogins in one of these files.', [
        'grep',
        '-rn',
        'logins',
        '/etc/security/limits.conf',
        '/etc/security/limits.d',
      ]),
      onServer('A program of the user that hangs may keep an old login open: end it.', ['ps', '-fu', name]),
    ]
  },
} satisfies Remedy
