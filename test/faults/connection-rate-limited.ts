// `ufw limit ssh`, a hashlimit line from a guide, a provider's scrubbing box: the first connections of a minute get in and
// the next do not. Whoever opens several (ssh, scp, Ansible, a tool that looks for the reason) uses the allowance up. A
// dropped first packet is sent again, so a login may also just take 1, 3 or 7 s longer. The allowance is used up here, as it
// is for somebody who has a reason to ask.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { nft } from './nft.ts'
import type { BrokenFault } from './types.ts'

/** A few new connections a minute, and no more. */
export const connectionRateLimited = {
  id: 'connection-rate-limited',
  releases: DEFAULT_RELEASES,
  variants: ['drop', 'reject'],
  alsoRight: { 'packet-loss': 'a first packet lost by chance and one dropped by a limit (drop) differ only over many tries' },
  verdict: 'degraded',
  async break({ client, machine, netns, random }, variant) {
    const first = 'tcp dport 22 tcp flags & (syn | ack) == syn'
    await nft(netns.machine, 'input', [
      `${first} limit rate ${6 + Math.floor(random() * 7)}/minute burst 2 packets accept`,
      `${first} ${variant}`,
    ])
    const connect = `for n in 1 2; do timeout 1 bash -c 'exec 3<>/dev/tcp/${machine.address}/22; read -r line <&3'; done`
    await client.run(['bash', '-c', connect])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
