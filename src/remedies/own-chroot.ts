import { known } from '../core/probe.ts'
import type { Remedy } from '../core/remedy.ts'
import { onServer, plainWord } from '../core/steps.ts'

export default {
  id: 'own-chroot',
  title: 'Give the way to ChrootDirectory to root',
  treats: { 'sessions-refused': 1 },
  needs: 'server',
  harm: 'lasting',
  opensshOnly: true,
  plan(facts) {
    const suspect = known(facts, 'login-files')?.suspects[0]
    const path =
      suspect?.does === 'chroot-missing' || suspect?.does === 'chroot-unsafe' ? plainWord(suspect.path) : undefined
    if (path === undefined) return { refuse: 'no ChrootDirectory was seen that sshd may not use' }
    const say =
      'Every folder on the way to the ChrootDirectory has to exist, to belong to root, and to be writable by nobody else.'
    return [onServer(say, ['namei', '-l', path])]
  },
} satisfies Remedy
