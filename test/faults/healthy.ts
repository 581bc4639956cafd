// No fault at all. The commonest machine in production is well, and a tool that finds something wrong with it is worse
// than none.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from './types.ts'

/** A machine that lets its user in. */
export const healthy = {
  id: 'healthy',
  releases: DEFAULT_RELEASES,
  variants: ['plain', 'ipv6'],
  verdict: 'reachable',
  async break({ machine, client }, variant) {
    return { args: client.sshArgs('alice', variant === 'ipv6' ? machine.address6 : machine.address) }
  },
} satisfies BrokenFault
