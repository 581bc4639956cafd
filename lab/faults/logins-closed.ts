// An administrator closes a machine for maintenance with a text in /etc/nologin (or /run/nologin) and forgets the
// file; or a shutdown is due, and systemd writes /run/nologin five minutes before. Root still gets in. An `empty`
// file closes as well, and says nothing.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

const TEXTS = [
  'Closed for maintenance until 06:00 UTC. Questions: ops@example.org',
  'The database is being moved; please come back tomorrow.',
  'No logins during the upgrade.',
]

/** pam_nologin turns everybody but root away. */
export const loginsClosed = {
  id: 'logins-closed',
  releases: DEFAULT_RELEASES,
  variants: ['etc', 'run', 'shutdown', 'empty'],
  alsoRight: {
    'account-locked': {
      says: 'an empty file closes without a word, as a PAM module that denies one account does',
      variants: ['empty'],
    },
  },
  verdict: 'unreachable',
  fromWithin: {
    way: 'login-as-root',
    more: {
      'without-pam': {
        async break({ machine }) {
          await machine.must('echo closed > /etc/nologin')
          await configureSshd(machine, ['UsePAM no'])
        },
      },
    },
  },
  async break({ machine, client, random }, variant) {
    const stdin = variant === 'empty' ? '' : `${TEXTS[Math.floor(random() * TEXTS.length)]}\n`
    if (variant === 'shutdown') {
      // Four minutes outlast every test of it; the machine is gone before.
      await machine.must('shutdown -h +4; until test -e /run/nologin; do sleep 0.05; done', { timeoutMs: 10_000 })
    } else {
      await machine.must(`cat > ${variant === 'run' ? '/run' : '/etc'}/nologin`, { stdin })
    }
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
