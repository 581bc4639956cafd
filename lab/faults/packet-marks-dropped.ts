// A router, a virtual switch or a VPN has a rule for packets marked as urgent or as bulk and drops them. ssh marks its own once the
// session begins (IPQoS), so everything up to "Authenticated" works, and then nothing comes any more.
import { nft } from '../breaking/nft.ts'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault } from '../types.ts'

/** The router passes unmarked packets only. */
export const packetMarksDropped = {
  id: 'packet-marks-dropped',
  releases: DEFAULT_RELEASES,
  variants: ['drop', 'reset'],
  alsoRight: { 'login-hangs': 'a session that never begins looks so too, until one is tried without marks' },
  verdict: 'unreachable',
  fromWithin: { not: 'it lies on the road: the server has nothing to show' },
  async break({ machine, client, netns }, variant) {
    const then = variant === 'reset' ? 'reject with tcp reset' : 'drop'
    await nft(netns.router, 'forward', [
      `ip daddr ${machine.address} tcp dport 22 ip dscp != 0 ${then}`,
      `ip6 daddr ${machine.address6} tcp dport 22 ip6 dscp != 0 ${then}`,
    ])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
