// A master connection (ControlMaster auto, as guides and Ansible set it) outlives the network it was made in: the
// laptop slept or changed networks (`connection-dead`: the master answers, its connection does not), or the master
// itself hangs (`stopped`). Every further ssh rides it and waits for ever, while a new connection would work at once.
import { join } from 'node:path'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { onClient } from '../breaking/client-side.ts'
import { nft } from '../breaking/nft.ts'
import type { BrokenFault } from '../types.ts'

/** The shared connection that ssh would use is dead. */
export const controlSocketStale = {
  id: 'control-socket-stale',
  releases: DEFAULT_RELEASES,
  variants: ['stopped', 'connection-dead'],
  verdict: 'unreachable',
  fromWithin: { not: "it lies on the user's own side: the server has nothing to show" },
  async break({ client, netns, at }, variant) {
    const args = ['-o', `ControlPath=${join(client.home, '.ssh', 'master')}`, ...client.sshArgs()]
    await onClient(client, ['ssh', '-f', '-N', '-M', ...args])
    const master = Number(/pid=(\d+)/.exec((await onClient(client, ['ssh', '-O', 'check', ...args])).stderr)?.[1])
    if (!(master > 1)) throw new Error('the master connection is not there')
    if (variant === 'stopped') {
      process.kill(master, 'SIGSTOP')
    } else {
      const sockets = (await onClient(client, ['ss', '-Htn', 'dst', at.machine])).stdout
      const port = /:(\d+)\s+\S+:22\s/.exec(`${sockets} `)?.[1]
      if (port === undefined) throw new Error(`the master has no connection: ${sockets}`)
      await nft(netns.router, 'forward', [`tcp sport ${port} drop`, `tcp dport ${port} drop`])
    }
    return { args }
  },
} satisfies BrokenFault
