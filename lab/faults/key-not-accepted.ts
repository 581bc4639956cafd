// The key that was added is another than the one brought (a new laptop, a rebuilt machine, the wrong project's key
// pair); with passwords allowed ssh goes on to ask for one.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { makeKey, publicHalf } from '../breaking/client-side.ts'
import { passwordsOrNot } from '../breaking/passwords.ts'
import { script } from '../breaking/script.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** The user's key is not among those of the account. */
export const keyNotAccepted = {
  id: 'key-not-accepted',
  releases: DEFAULT_RELEASES,
  variants: ['other-key'],
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
    },
  },
  async break({ machine, client, random }) {
    await configureSshd(machine, passwordsOrNot(random))
    const colleague = await makeKey(client, 'colleague')
    await machine.must('cat > ~alice/.ssh/authorized_keys', { stdin: publicHalf(colleague) })
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
