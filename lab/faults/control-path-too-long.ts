// ControlPath with %h, %r and a long folder (Ansible's default, a home on a network drive): the name of a Unix socket has room for 107 bytes
// on Linux, and a master needs 17 of them for a temporary one. ssh ends; without a shared connection the login works.
import { join } from 'node:path'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

/** How long the path is: `longest` for no socket at all, `for-a-master` for one that only connects. */
const BYTES = { longest: 120, 'for-a-master': 100 }

export const controlPathTooLong = {
  id: 'control-path-too-long',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(BYTES),
  verdict: 'unreachable',
  fromWithin: { not: "it lies on the user's own side: the server has nothing to show" },
  async break({ client }, variant) {
    const folder = join(client.home, '.ssh', 'control-')
    const path = folder.padEnd(BYTES[variant as keyof typeof BYTES], 'web7.example.org-')
    return { args: ['-o', 'ControlMaster=auto', '-o', `ControlPath=${path}`, ...client.sshArgs()] }
  },
} satisfies BrokenFault
