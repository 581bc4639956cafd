// Both ends are right and do not meet: a server for passwords only (an appliance, a directory service,
// `PubkeyAuthentication no` from a guide) and a user who brings a key; or a server for keys only and a new laptop
// that has none.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureClient } from '../breaking/client-side.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** What the server takes and what the client has are two different things. */
export const methodNotOffered = {
  id: 'method-not-offered',
  releases: DEFAULT_RELEASES,
  variants: ['password-only', 'key-only'],
  verdict: 'unreachable',
  // No new login of anybody has the method.
  fromWithin: { way: 'kept' },
  async break({ machine, client }, variant) {
    await configureSshd(machine, [
      variant === 'password-only' ? 'PubkeyAuthentication no' : 'PasswordAuthentication no',
    ])
    if (variant === 'key-only') configureClient(client, [])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
