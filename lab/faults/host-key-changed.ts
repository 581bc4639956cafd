// The machine behind an address is another than the one met before: rebuilt from an image, an address given to a new
// instance, a name moved to a new host. ssh shouts that somebody may be doing something nasty, and stops.
import { readFileSync, writeFileSync } from 'node:fs'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { makeKey, publicHalf } from '../breaking/client-side.ts'
import type { BrokenFault } from '../types.ts'

/** known_hosts has another key for the address. */
export const hostKeyChanged = {
  id: 'host-key-changed',
  releases: DEFAULT_RELEASES,
  variants: ['rebuilt', 'other-machine'],
  verdict: 'unreachable',
  fromWithin: { not: "it lies on the user's own side: the server has nothing to show" },
  async break({ machine, client }, variant) {
    if (variant === 'rebuilt') {
      await machine.must('rm /etc/ssh/ssh_host_*; ssh-keygen -A && systemctl restart ssh.service', {
        timeoutMs: 60_000,
      })
    } else {
      const [type, key] = publicHalf(await makeKey(client, 'elsewhere')).split(' ')
      const others = readFileSync(client.knownHostsFile, 'utf8')
        .split('\n')
        .filter((line) => !line.startsWith(`${machine.address} `))
      writeFileSync(client.knownHostsFile, [`${machine.address} ${type} ${key}`, ...others].join('\n'))
    }
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
