// The host's kernel answers and its programs do not: swapping without end, a disk that hangs, every processor taken, a
// hypervisor that stole the time. Ports open because the kernel completes handshakes by itself; nothing behind any of
// them speaks. It is what an overloaded cloud instance looks like from outside. The freezer does that to all processes
// at once.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

/** No process of the machine runs; its kernel does. */
export const hostStarved = {
  id: 'host-starved',
  releases: DEFAULT_RELEASES,
  variants: ['frozen'],
  verdict: 'unreachable',
  fromWithin: { not: 'nothing runs on the machine any more, a shell included' },
  async break({ machine, client }) {
    await machine.freeze()
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
