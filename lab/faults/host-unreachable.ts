// The packets find no host: an instance that was stopped or got another address (the last router asks for its hardware
// address in vain and says so), or a VPN that is down and took the route with it (our own kernel says so).
import { must } from '../hosts/command.ts'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

/** Nobody has the address, or nobody knows the way. */
export const hostUnreachable = {
  id: 'host-unreachable',
  releases: DEFAULT_RELEASES,
  variants: ['nobody', 'no-route', 'router-knows-no-route'],
  verdict: 'unreachable',
  fromWithin: { not: 'the machine is not there: nobody is on it' },
  async break({ client, netns, at }, variant) {
    if (variant === 'nobody') return { args: client.sshArgs('alice', at.nobody) }
    if (variant === 'no-route') await must(['ip', '-n', netns.client, 'route', 'del', 'default'])
    else await must(['ip', '-n', netns.router, 'address', 'flush', 'dev', 'machine'])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
