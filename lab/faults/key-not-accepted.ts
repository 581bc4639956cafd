// The key that was added is another than the one brought (a new laptop, a rebuilt machine, the wrong project's key
// pair), or the user name is another image's: `ubuntu@` where it should be `admin@`. To the client both look the
// same, and with passwords allowed ssh goes on to ask for one.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { makeKey, publicHalf } from '../breaking/client-side.ts'
import { passwordsOrNot } from '../breaking/passwords.ts'
import { script } from '../breaking/script.ts'
import { configureSshd, sshdConfig } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** The user's key is not among those of the account. */
export const keyNotAccepted = {
  id: 'key-not-accepted',
  releases: DEFAULT_RELEASES,
  variants: ['other-key', 'wrong-user'],
  verdict: 'unreachable',
  fromWithin: {
    way: 'login',
    more: {
      from: {
        proof: /from="192\.0\.2\.0\/24" does not name your address 10\.77\./,
        break: script(`sed -i 's/^/from="192.0.2.0\\/24" /' ~alice/.ssh/authorized_keys`),
      },
      'expired-key': {
        proof: /expiry-time="20240101" has passed/,
        break: script(`sed -i 's/^/expiry-time="20240101" /' ~alice/.ssh/authorized_keys`),
      },
      unreadable: {
        proof: /may not read the file: \S+authorized_keys belongs to user 0, mode 0600/,
        break: script('chown -R root: ~alice/.ssh/authorized_keys'),
      },
      algorithm: {
        proof: /PubkeyAcceptedAlgorithms/,
        break: sshdConfig('Match User alice', 'PubkeyAcceptedAlgorithms rsa-sha2-512'),
      },
    },
  },
  async break({ machine, client, random }, variant) {
    await configureSshd(machine, passwordsOrNot(random))
    if (variant === 'wrong-user') {
      const users = ['ubuntu', 'ec2-user', 'admin', 'debian', 'alcie']
      return { args: client.sshArgs(users[Math.floor(random() * users.length)]) }
    }
    const colleague = await makeKey(client, 'colleague')
    await machine.must('cat > ~alice/.ssh/authorized_keys', { stdin: publicHalf(colleague) })
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
