// A new laptop, a container, a job of CI: no private key is at ssh's usual paths and no agent runs, and the server takes keys only.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureClient } from '../breaking/client-side.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** The client has no key at all. */
export const noKeyOffered = {
  id: 'no-key-offered',
  releases: DEFAULT_RELEASES,
  variants: ['none-at-all'],
  verdict: 'unreachable',
  fromWithin: { not: "it lies on the user's own side: the server has nothing to show" },
  async break({ machine, client }) {
    await configureSshd(machine, ['PasswordAuthentication no'])
    configureClient(client, [])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
