// fail2ban and its kin: a few wrong passwords, a stale key in a cron job, a colleague behind the same address, and the
// server's own firewall refuses that one address at port 22. Everybody else gets in, which is what tells it. fail2ban's
// nftables action rejects with port-unreachable by default; many installations choose to drop.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { nft } from '../breaking/nft.ts'
import type { BrokenFault } from '../types.ts'

/** The client's first address is banned, its second is not. */
export const sourceBanned = {
  id: 'source-banned',
  releases: DEFAULT_RELEASES,
  variants: ['reject', 'drop'],
  clientAddresses: 2,
  verdict: 'unreachable',
  async break({ client, netns, at }, variant) {
    const [reject, reject6] =
      variant === 'reject'
        ? ['reject with icmp type port-unreachable', 'reject with icmpv6 type port-unreachable']
        : ['drop', 'drop']
    await nft(netns.machine, 'input', [
      `ip saddr ${client.address} tcp dport 22 ${reject}`,
      `ip6 saddr ${at.client6[0]} tcp dport 22 ${reject6}`,
    ])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
