import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, plainWord } from '../core/steps.ts'
import { destination } from './plan/target-words.ts'

export default {
  id: 'mend-start-up-file',
  title: 'Mend the start-up file',
  treats: { 'login-hangs': 1, 'shell-exits': 0.9 },
  needs: 'server',
  harm: 'lasting',
  plan(facts, target) {
    const suspect = known(facts, 'login-files')?.suspects[0]
    const path =
      suspect?.does === 'chroot-missing' || suspect?.does === 'chroot-unsafe' ? undefined : plainWord(suspect?.path)
    if (path === undefined) return { refuse: 'nothing that runs at login was seen to be odd' }
    const around = `ssh -t ${destination(target) ?? 'the same destination'} 'bash --noprofile --norc'`
    return [
      onServer(`Mend the line that is named here; until then, past the start-up files: ${around}.`, ['cat', path]),
    ]
  },
} satisfies Remedy
