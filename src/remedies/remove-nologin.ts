import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, plainWord } from '../core/steps.ts'

export default {
  id: 'remove-nologin',
  title: 'Remove the file that closes logins',
  treats: { 'logins-closed': 1 },
  needs: 'here',
  harm: 'lasting',
  plan(facts) {
    const seen = plainWord(known(facts, 'nologin')?.files[0]?.path)
    const say = 'Log in as root, or wait; remove the file if it was forgotten.'
    return [onServer(say, seen === undefined ? ['rm', '-f', '/etc/nologin', '/run/nologin'] : ['rm', seen])]
  },
} satisfies Remedy
