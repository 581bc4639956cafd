// fail2ban and its kin: a few wrong passwords, a stale key in a cron job, a colleague behind the same address, and the
// server's own firewall refuses that one address at port 22. Everybody else gets in, which is what tells it. fail2ban's
// nftables action rejects with port-unreachable by default; many installations choose to drop.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { nft } from '../breaking/nft.ts'
import type { BrokenFault } from '../types.ts'

const JAIL = `[DEFAULT]
backend = systemd
banaction = nftables
[sshd]
enabled = true
bantime = 1h
`

/** The client's first address is banned, its second is not. */
export const sourceBanned = {
  id: 'source-banned',
  releases: DEFAULT_RELEASES,
  variants: ['reject', 'drop'],
  clientAddresses: 2,
  verdict: 'unreachable',
  fromWithin: {
    way: 'rescue',
    more: {
      // fail2ban itself, with Debian's own filter and action.
      fail2ban: {
        async break({ machine, client }) {
          await machine.must('cat > /etc/fail2ban/jail.d/zz-test.local && systemctl start fail2ban.service', {
            stdin: JAIL,
          })
          await machine.must(
            `until fail2ban-client ping >/dev/null 2>&1; do sleep 0.2; done
             until fail2ban-client status sshd >/dev/null 2>&1; do sleep 0.2; done
             fail2ban-client set sshd banip ${client.address}
             until nft list ruleset | grep -q ${client.address}; do sleep 0.1; done`,
            { timeoutMs: 30_000 },
          )
        },
      },
    },
  },
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
