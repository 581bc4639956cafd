import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, plainWord } from '../core/steps.ts'

export default {
  id: 'mend-authorized-keys',
  title: 'Mend authorized_keys',
  treats: { 'key-not-accepted': 1 },
  needs: 'server',
  harm: 'lasting',
  plan(facts) {
    const files = known(facts, 'authorized-keys')?.files ?? []
    const closed = files.find(({ state }) => state === 'unreadable')
    if (closed)
      return [onServer("Let sshd read the file with the user's own rights.", ['ls', '-ld', plainWord(closed.path)])]
    const barred = files.find(({ ours, bars }) => ours && bars !== undefined)
    if (barred) {
      const say = 'Mend what bars it there (the options in front of the key, or what sshd accepts).'
      return [onServer(say, ['grep', '-n', '.', plainWord(barred.path)])]
    }
    const [first] = files
    if (first === undefined || files.some(({ ours }) => ours))
      return { refuse: 'authorized_keys was not seen, or has the key' }
    return [
      onServer('Put your public key into that file, or go to the account that has it.', [
        'ls',
        '-l',
        plainWord(first.path),
      ]),
    ]
  },
} satisfies Remedy
