import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, or, plainWord } from '../core/steps.ts'
import { toldWords } from './plan/told-words.ts'

export default {
  id: 'run-keys-command',
  title: 'Run the program that looks up keys',
  treats: { 'keys-command-fails': 1 },
  needs: 'server',
  harm: 'none',
  plan(facts) {
    const setting = known(facts, 'sshd-effective')?.values['authorizedkeyscommand']?.[0]?.split(' ')[0]
    const program = plainWord(toldWords(facts, 'keys-command-failed').program ?? setting)
    return [
      onServer(
        "See what sshd is told to run (AuthorizedKeysCommand) and as whom (AuthorizedKeysCommandUser), whose the program and its folders are (all have to be root's, writable by nobody else), and run it by hand as that user: its end and its errors say the rest.",
        ['sshd', '-T'],
        ['namei', '-l', or(program, 'the program')],
      ),
    ]
  },
} satisfies Remedy
