// A bad cable, a full uplink, a mobile network, a policer: every third packet is lost, in both directions. Everything
// works in the end and everything is slow, by retransmissions after 0.2, 1, 3, 7 s and not by a constant.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { nft } from '../breaking/nft.ts'
import type { BrokenFault } from '../types.ts'

/** The router loses 20 to 40 % of the packets of port 22. */
export const packetLoss = {
  id: 'packet-loss',
  releases: DEFAULT_RELEASES,
  variants: ['both-directions'],
  verdict: 'degraded',
  fromWithin: { not: 'it lies on the road: the server has nothing to show' },
  async break({ client, netns, random }) {
    const lose = `numgen random mod 100 < ${20 + Math.floor(random() * 21)} drop`
    await nft(netns.router, 'forward', [`tcp dport 22 ${lose}`, `tcp sport 22 ${lose}`])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
