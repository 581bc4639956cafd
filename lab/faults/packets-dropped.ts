// A firewall that says nothing: a cloud's security group without a rule for us, `iptables -P INPUT DROP`, a company's
// outgoing filter. The first packet goes unanswered, again and again. `port` leaves the host's other services open,
// `host` drops whatever the client sends, `path` has a router in between do it.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { nft } from '../breaking/nft.ts'
import { script } from '../breaking/script.ts'
import type { BrokenFault } from '../types.ts'

/** Packets to port 22, or to the host, vanish. */
export const packetsDropped = {
  id: 'packets-dropped',
  releases: DEFAULT_RELEASES,
  variants: ['port', 'host', 'path'],
  alsoRight: {
    'host-unreachable': {
      says: 'where everything vanishes, a silent firewall and an address nobody has look the same',
      variants: ['host', 'path'],
    },
  },
  verdict: 'unreachable',
  fromWithin: {
    way: 'rescue',
    more: {
      // ufw, set up over a second port and switched on without a rule for ssh.
      ufw: { break: script('ufw allow 2222/tcp >/dev/null && ufw --force enable') },
    },
  },
  async break({ client, netns }, variant) {
    const rules = {
      port: () => nft(netns.machine, 'input', ['tcp dport 22 drop']),
      host: () => nft(netns.machine, 'input', [`ip saddr ${client.address} drop`, `ip6 saddr ${client.address6} drop`]),
      path: () => nft(netns.router, 'forward', ['tcp dport 22 drop']),
    }
    await rules[variant as keyof typeof rules]()
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
