import { known } from '../../../core/probe.ts'
import type { Sign } from '../../../core/types.ts'

export const keysCommand = {
  id: 'keys-command',
  stage: 'auth',
  beside: true,
  usual: { none: 0.93, usable: 0.067, unusable: 0.003 },
  passes: 'none',
  // A key in the user's own file still opens.
  shuts: false,
  values: ['none', 'usable', 'unusable'],
  from: ['keys-command'],
  read(facts) {
    const fact = known(facts, 'keys-command')
    if (!fact || fact.state === 'none') return fact && 'none'
    return fact.state === 'fine' ? 'usable' : 'unusable'
  },
  says: {
    none: 'sshd asks no program for keys',
    usable: 'sshd can run the program that looks up keys',
    unusable: 'sshd does not run the program that should look up keys',
  },
  detail(facts) {
    const fact = known(facts, 'keys-command')
    if (!fact || fact.state === 'none') return undefined
    const { keyword = 'AuthorizedKeysCommand', program = '?', asUser = '?', path = program } = fact
    const why = {
      fine: `runs as ${asUser}`,
      missing: 'it does not exist',
      'not-executable': `${asUser} may not run it`,
      unsafe: `${path} may be changed by others than root`,
      'user-missing': `there is no user ${asUser}`,
    }[fact.state]
    return `${keyword} ${program}: ${why}`
  },
} satisfies Sign<'none' | 'usable' | 'unusable'>
