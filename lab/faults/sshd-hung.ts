// sshd's listener is there but does not run: a debugger or a stray `kill -STOP`, a page it waits for on a dead disk, a
// lock. The kernel goes on completing handshakes into the accept queue, so the port looks open and nothing ever speaks,
// while every other service of the host is well.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

/** The listener stopped; everything else runs. */
export const sshdHung = {
  id: 'sshd-hung',
  releases: DEFAULT_RELEASES,
  variants: ['stopped'],
  verdict: 'unreachable',
  fromWithin: { way: 'kept' },
  async break({ machine, client }) {
    process.kill(machine.listenerPid(), 'SIGSTOP')
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
