// A typing error, an instance that was deleted with its DNS record, a private zone seen from outside the VPN: the
// name servers answer, and know no such name (`unknown`), or know it without an address (`no-address`: only mail goes
// there).
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

/** The name does not exist. */
export const nameNotFound = {
  id: 'name-not-found',
  releases: DEFAULT_RELEASES,
  variants: ['unknown', 'no-address'],
  verdict: 'unreachable',
  fromWithin: { not: "it lies on the user's own side: the server has nothing to show" },
  async break({ client }, variant) {
    if (variant === 'no-address') client.addName('web7.example.org', [])
    return { args: client.sshArgs('alice', 'web7.example.org') }
  },
} satisfies BrokenFault
