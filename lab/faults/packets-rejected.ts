// A firewall that says no: firewalld and ufw reject with an ICMP message, Cisco lists with "administratively
// prohibited", others with a reset as if nothing listened. Only port 22 is meant; the host's other services stay open.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { nft } from '../breaking/nft.ts'
import type { BrokenFault } from '../types.ts'

const ANSWERS = {
  'admin-prohibited': ['tcp dport 22 reject with icmpx type admin-prohibited'],
  'host-prohibited': [
    'ip version 4 tcp dport 22 reject with icmp type host-prohibited',
    'tcp dport 22 reject with icmpx type admin-prohibited',
  ],
  'tcp-reset': ['tcp dport 22 reject with tcp reset'],
  // What nft and iptables answer where the rule does not say.
  plain: ['tcp dport 22 reject'],
  policy: ['tcp dport 80 accept', 'tcp flags & (syn | ack) == syn reject'],
}

/** Packets to port 22 are answered with a refusal. */
export const packetsRejected = {
  id: 'packets-rejected',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(ANSWERS),
  alsoRight: {
    'nothing-listens': {
      says: 'a reset by a firewall (tcp-reset) is the packet that a port nobody listens at sends',
      variants: ['tcp-reset'],
    },
    'source-banned': {
      says: 'a ban tool answers with the same message as a plain rule; who has one address cannot see whom it is meant for',
      variants: ['plain', 'policy'],
    },
  },
  verdict: 'unreachable',
  fromWithin: { way: 'rescue' },
  async break({ client, netns }, variant) {
    await nft(netns.machine, 'input', ANSWERS[variant as keyof typeof ANSWERS])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
