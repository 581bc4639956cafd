// A router, a virtual switch or a VPN has a rule for packets that are marked and drops or refuses them. ssh marks its connection: from the
// first packet on (8.8 and newer), so that it gets no connection where nc does, or once the session begins, so that all works up to
// "Authenticated", and then nothing comes any more.
import { nft } from '../breaking/nft.ts'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

/** Which marks, and what becomes of them. A login without a terminal is marked as bulk: 0x08 (throughput) or 0x20 (cs1), openssh.md 4.6. */
const RULE: Record<string, string> = {
  'bulk-lost': 'dscp { 2, 8 } drop',
  'bulk-reset': 'dscp { 2, 8 } reject with tcp reset',
  'all-lost': 'dscp != 0 drop',
}

export const packetMarksDropped = {
  id: 'packet-marks-dropped',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(RULE),
  verdict: 'unreachable',
  fromWithin: { not: 'it lies on the road: the server has nothing to show' },
  async break({ machine, client, netns }, variant) {
    const rule = RULE[variant]!
    await nft(netns.router, 'forward', [
      `ip daddr ${machine.address} tcp dport 22 ip ${rule}`,
      `ip6 daddr ${machine.address6} tcp dport 22 ip6 ${rule}`,
    ])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
