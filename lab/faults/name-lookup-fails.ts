// The client's own name server does not answer: a VPN that left its resolver behind, a network change, port 53
// closed. The name is fine, and so is the host. `refused` fails at once, `silent` after the resolver's patience.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

/** The name exists and cannot be looked up. */
export const nameLookupFails = {
  id: 'name-lookup-fails',
  releases: DEFAULT_RELEASES,
  variants: ['silent', 'refused'],
  verdict: 'unreachable',
  fromWithin: { not: "it lies on the user's own side: the server has nothing to show" },
  async break({ machine, client, at, random }, variant) {
    client.addName('web7.example.org', [machine.address])
    // Nothing listens on the machine's port 53.
    client.setResolver(
      variant === 'refused' ? at.machine : at.nobody,
      `timeout:${1 + Math.floor(random() * 2)} attempts:2`,
    )
    return { args: client.sshArgs('alice', 'web7.example.org') }
  },
} satisfies BrokenFault
