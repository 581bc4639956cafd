// A company's or a country's filter lets connections to port 22 open and ends them as soon as it recognises ssh: what
// the client says first begins with `SSH-`. Some reset, some swallow it and everything after.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { nft } from '../breaking/nft.ts'
import type { BrokenFault } from '../types.ts'

/** A box on the way stops what speaks ssh. */
export const protocolBlocked = {
  id: 'protocol-blocked',
  releases: DEFAULT_RELEASES,
  variants: ['reset', 'drop'],
  verdict: 'unreachable',
  fromWithin: { not: 'it lies on the road: the server has nothing to show' },
  async break({ machine, client, netns }, variant) {
    // @ih begins after the TCP header, however many options that has.
    const rule = `tcp dport 22 @ih,0,32 0x5353482d ${variant === 'reset' ? 'reject with tcp reset' : 'drop'}`
    await nft(netns.router, 'forward', [`ip daddr ${machine.address} ${rule}`, `ip6 daddr ${machine.address6} ${rule}`])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
