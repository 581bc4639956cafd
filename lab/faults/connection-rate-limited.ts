// `ufw limit ssh`, a hashlimit line from a guide, a provider's scrubbing box: the first connections of a minute get in
// and the next do not. Whoever opens several (ssh and scp, Ansible, a tool that looks for the reason) uses the
// allowance up. A dropped first packet is sent again, so a login may also just take 3 or 7 s longer. All of the
// allowance but one connection is used up here, as it is for somebody who has a reason to ask.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { nft } from '../breaking/nft.ts'
import type { BrokenFault } from '../types.ts'

/** A few new connections a minute, and no more. */
export const connectionRateLimited = {
  id: 'connection-rate-limited',
  releases: DEFAULT_RELEASES,
  variants: ['drop', 'reject'],
  verdict: 'degraded',
  fromWithin: { way: 'rescue' },
  async break({ client, machine, netns, random }, variant) {
    const first = 'tcp dport 22 tcp flags & (syn | ack) == syn'
    await nft(netns.machine, 'input', [
      `${first} limit rate ${2 + Math.floor(random() * 5)}/minute burst 2 packets accept`,
      `${first} ${variant}`,
    ])
    const connect = `timeout 3 bash -c 'exec 3<>/dev/tcp/${machine.address}/22; read -r line <&3; echo "$line"'`
    const banner = await client.run(['bash', '-c', connect])
    if (!banner.stdout.startsWith('SSH-')) throw new Error(`the first connection is not let in: ${banner.stderr}`)
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
