import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, or, plainWord } from '../core/steps.ts'
import { sshFolder } from './plan/ssh-folder.ts'
import { toldWords } from './plan/told-words.ts'

export default {
  id: 'let-sshd-read-keys',
  title: 'Let sshd read authorized_keys',
  treats: { 'keys-unreadable': 1 },
  needs: 'server',
  harm: 'lasting',
  plan(facts, target) {
    const seen = known(facts, 'authorized-keys')?.files.find(({ state }) => state === 'unreadable')?.path
    const path = plainWord(seen ?? toldWords(facts, 'keys-file-unreadable').path) ?? sshFolder(facts, target)
    return [
      onServer(
        'sshd reads the file with the rights of the user. See on each folder of the way to it whether the user may pass, whose it is, and whether the home is mounted (an encrypted one is not while nobody is logged in).',
        ['namei', '-l', or(path, 'the path of authorized_keys')],
      ),
    ]
  },
} satisfies Remedy
