import { here } from '../../../core/steps.ts'
import type { Rule } from '../view.ts'

export const maxAuthTriesMany: Rule = {
  id: 'max-auth-tries-many',
  keywords: ['maxauthtries'],
  side: 'safety',
  sources: ['sshd_config(5) MaxAuthTries'],
  peers: ['Lynis SSH-7408 MaxAuthTries'],
  check(c) {
    const most = c.number('maxauthtries')
    if (!(most > 3)) return undefined
    return {
      severity: most > 10 ? 'minor' : 'note',
      says: `MaxAuthTries ${most}: that many passwords may be tried on one connection.`,
      reason:
        most > 6
          ? 'A new connection costs a guesser little; this setting saves even that.'
          : 'Lynis asks for 3; with several keys in an agent that is too few.',
      ...(most > 6 && {
        recommend: { keyword: 'MaxAuthTries', value: '6' },
        shutsOut: {
          who: 'users whose agent offers more than six keys',
          look: here('Count the keys that your agent offers.', ['ssh-add', '-l']),
        },
      }),
    }
  },
}
