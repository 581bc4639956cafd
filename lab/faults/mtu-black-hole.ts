// A tunnel (VPN, PPPoE, an overlay network) takes smaller packets than the ends believe, and the ICMP message that
// should say so is filtered. Small packets pass, so the port opens and the banner comes; the first large one, KEXINIT,
// is lost for ever, in one direction or both.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { nft } from '../breaking/nft.ts'
import type { BrokenFault } from '../types.ts'

/** The router drops large packets and says nothing. */
export const mtuBlackHole = {
  id: 'mtu-black-hole',
  releases: DEFAULT_RELEASES,
  variants: ['to-server', 'to-client', 'both'],
  verdict: 'unreachable',
  fromWithin: { not: 'it lies on the road: the server has nothing to show' },
  async break({ machine, client, netns, random }, variant) {
    // Below the some 1100 bytes of a KEXINIT, above what a banner and a handshake need.
    const most = 576 + Math.floor(random() * 425)
    const way = (end: 'saddr' | 'daddr'): string[] => [
      `ip ${end} ${machine.address} ip length gt ${most} drop`,
      `ip6 ${end} ${machine.address6} ip6 length gt ${most - 40} drop`,
    ]
    const rules = { 'to-server': way('daddr'), 'to-client': way('saddr'), both: [...way('daddr'), ...way('saddr')] }
    await nft(netns.router, 'forward', rules[variant as keyof typeof rules])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
