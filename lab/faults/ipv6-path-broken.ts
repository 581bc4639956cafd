// The name got an AAAA record, and IPv6 does not get there: a firewall with rules for IPv4 only, a security group
// without ::/0, a tunnel that is gone. ssh tries the addresses one after the other, so the user waits for the first to
// time out (two minutes without ConnectTimeout) and then gets in.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { nft } from '../breaking/nft.ts'
import type { BrokenFault } from '../types.ts'

/** The IPv6 address of the name is a dead end; the IPv4 address works. */
export const ipv6PathBroken = {
  id: 'ipv6-path-broken',
  releases: DEFAULT_RELEASES,
  variants: ['dropped'],
  verdict: 'degraded',
  fromWithin: { not: 'it lies on the road: the server has nothing to show' },
  async break({ machine, client, netns }) {
    client.addName('server.example', [machine.address6, machine.address])
    await nft(netns.router, 'forward', [`ip6 daddr ${machine.address6} drop`])
    return { args: client.sshArgs('alice', 'server.example') }
  },
} satisfies BrokenFault
