import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, or, pipe, plainWord } from '../core/steps.ts'
import { toldWords } from './plan/told-words.ts'
import { USER, user } from './plan/target-words.ts'

/** The lexicon's `program` may be the whole command line. */
const first = (words: string | undefined): string | undefined => words?.split(/\s/)[0]

export default {
  id: 'run-keys-command',
  title: 'Run the program that looks up keys',
  treats: { 'keys-command-fails': 1 },
  needs: 'server',
  harm: 'none',
  opensshOnly: true,
  plan(facts, target) {
    const seen = known(facts, 'keys-command')
    const told = toldWords(facts, 'keys-command-failed')
    const program = or(plainWord(first(told.program ?? told.path ?? seen?.program)), 'the program')
    const asUser = or(plainWord(seen?.asUser), 'the user of AuthorizedKeysCommandUser')
    return [
      onServer(
        'See which program sshd asks for keys, and which user runs it.',
        pipe(['sshd', '-T'], ['grep', '-i', 'authorizedkeyscommand']),
      ),
      onServer("Program and folders have to be root's, and writable by nobody else.", ['namei', '-l', program]),
      onServer('Run it by hand as that user: how it ends and what it prints says the rest.', [
        'sudo',
        '-u',
        asUser,
        program,
        or(plainWord(told.user) ?? user(facts, target), USER),
      ]),
    ]
  },
} satisfies Remedy
