import { onServer } from '../../../core/steps.ts'
import type { Rule } from '../view.ts'

export const strictModesOff: Rule = {
  id: 'strict-modes-off',
  keywords: ['strictmodes'],
  side: 'safety',
  sources: ['auth.c safe_path', 'sshd_config(5) StrictModes'],
  peers: ['Lynis SSH-7408 StrictModes'],
  check(c) {
    if (!c.is('strictmodes', 'no')) return undefined
    return {
      severity: 'minor',
      says: 'StrictModes no: keys count even in files that others may write.',
      reason:
        'Anybody who can write into a home can then log in as its owner. StrictModes is often switched off where a mode was wrong; put the mode right instead.',
      recommend: { keyword: 'StrictModes', value: 'yes' },
      shutsOut: {
        who: 'users whose home, .ssh or authorized_keys others may write',
        look: onServer('See who may write there.', ['ls', '-ld', '~', '~/.ssh', '~/.ssh/authorized_keys']),
      },
    }
  },
}
