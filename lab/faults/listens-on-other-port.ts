// Somebody moved sshd to 2222 or 2022 against the noise of the scanners, and the command line (a colleague's, a
// script's, an old ~/.ssh/config) still goes to 22, which the kernel refuses.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** sshd is well, at a port people commonly move it to. */
export const listensOnOtherPort = {
  id: 'listens-on-other-port',
  releases: DEFAULT_RELEASES,
  variants: ['moved'],
  verdict: 'unreachable',
  fromWithin: { way: 'kept' },
  async break({ machine, client, random }) {
    await configureSshd(machine, [`Port ${random() < 0.5 ? 2222 : 2022}`])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
