// The name of a server stands in the client's own /etc/hosts: at 127.0.1.1, where an installer or cloud-init put a host name; at 0.0.0.0,
// where a filter of names puts what it blocks; at an address of the client itself, left by a copied file. ssh knocks at its own door.
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { BrokenFault, Client } from '../types.ts'

const ADDRESS: Record<string, (client: Client) => string> = {
  loopback: () => '127.0.1.1',
  unspecified: () => '0.0.0.0',
  'own-address': (client) => client.address,
}

/** Nobody listens at the client's own port 22. */
export const nameResolvesToSelf = {
  id: 'name-resolves-to-self',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(ADDRESS),
  verdict: 'unreachable',
  fromWithin: { not: "it lies on the user's own side: the server has nothing to show" },
  async break({ client }, variant) {
    const line = `${ADDRESS[variant]!(client)} web7.example.org\n`
    appendFileSync(join('/etc/netns', client.netns, 'hosts'), line)
    return { args: client.sshArgs('alice', 'web7.example.org') }
  },
} satisfies BrokenFault
