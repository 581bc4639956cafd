// Both ends are right and do not meet: a server for passwords only (an appliance, a directory service,
// `PubkeyAuthentication no` from a guide) and a user who brings a key.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** What the server takes and what the client has are two different things. */
export const methodNotOffered = {
  id: 'method-not-offered',
  releases: DEFAULT_RELEASES,
  variants: ['password-only'],
  verdict: 'unreachable',
  // No new login of anybody has the method.
  fromWithin: { way: 'kept' },
  async break({ machine, client }) {
    await configureSshd(machine, ['PubkeyAuthentication no'])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
