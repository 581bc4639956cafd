// The first login from a new laptop, a container or a CI job with an empty known_hosts: ssh would ask a person, and
// nobody is there to answer. With StrictHostKeyChecking yes, as careful companies set it, it does not even ask.
import { writeFileSync } from 'node:fs'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

/** Nobody has confirmed the host's key here. */
export const hostKeyUnknown = {
  id: 'host-key-unknown',
  releases: DEFAULT_RELEASES,
  variants: ['default', 'strict'],
  verdict: 'unreachable',
  fromWithin: { not: "it lies on the user's own side: the server has nothing to show" },
  async break({ client }, variant) {
    writeFileSync(client.knownHostsFile, '')
    return { args: [...(variant === 'strict' ? ['-o', 'StrictHostKeyChecking=yes'] : []), ...client.sshArgs()] }
  },
} satisfies BrokenFault
