// A guide or an image sets PermitRootLogin no, and the runbook still says `ssh root@`. The key is right: sshd says so
// when asked, and refuses after the signature. `forced-commands-only` does the same to a key without a command.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { passwordsOrNot } from '../breaking/passwords.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** Root has the right key and may not log in. */
export const rootLoginForbidden = {
  id: 'root-login-forbidden',
  releases: DEFAULT_RELEASES,
  variants: ['no', 'forced-commands-only'],
  verdict: 'unreachable',
  fromWithin: { way: 'login' },
  async break({ machine, client, random }, variant) {
    await configureSshd(machine, [`PermitRootLogin ${variant}`, ...passwordsOrNot(random)])
    return { args: client.sshArgs('root') }
  },
} satisfies BrokenFault
