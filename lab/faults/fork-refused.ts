// The machine cannot start another process: a TasksMax of the unit, a container's pids limit, a fork bomb, a leak of
// zombies. The listener accepts, fork() says "Resource temporarily unavailable", and the connection is closed.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { must } from '../hosts/command.ts'
import type { BrokenFault } from '../types.ts'

/** The listener may not fork. */
export const forkRefused = {
  id: 'fork-refused',
  releases: DEFAULT_RELEASES,
  variants: ['pids-limit'],
  alsoRight: {
    'sshd-child-dies': 'no child and a child that ends at once look the same: accepted, closed, no text',
    'forwarder-without-backend': 'a forwarder, too, accepts and closes without a word',
  },
  verdict: 'unreachable',
  fromWithin: {
    way: 'kept',
    more: {
      nproc: {
        async break({ machine }) {
          await must(['prlimit', '--pid', String(machine.listenerPid()), '--nproc=1:1'])
        },
      },
    },
  },
  async break({ machine, client }) {
    machine.pidsMax(1, [machine.listenerPid()])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
