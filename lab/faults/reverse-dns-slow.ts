// UseDNS yes from an old config, for the log's or a `Match Host`'s sake, and the machine's resolver is gone: a VPC's
// DNS turned off, a security group, a resolver that moved. Every login waits until the lookup of its address gives
// up.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { nft } from '../breaking/nft.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

/** The name of the client's address is asked for, and nobody answers. */
export const reverseDnsSlow = {
  id: 'reverse-dns-slow',
  releases: DEFAULT_RELEASES,
  variants: ['silent', 'gone', 'first-of-two'],
  verdict: 'degraded',
  fromWithin: { way: 'login' },
  async break({ machine, client, netns, at }, variant) {
    await configureSshd(machine, ['UseDNS yes'])
    const resolvers = {
      silent: [at.routerOfMachine],
      gone: [at.nobody],
      'first-of-two': [at.nobody, at.routerOfMachine],
    }[variant as 'silent']
    const stdin = `${resolvers.map((each) => `nameserver ${each}`).join('\n')}\n`
    await machine.must('cat > /etc/resolv.conf', { stdin })
    if (variant === 'silent') await nft(netns.router, 'input', [`ip saddr ${at.machine} udp dport 53 drop`])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
