// A typing error or a word of another release in ssh_config (`bad-option`), a shared part of it that others may write
// (`writable`: ssh judges the user's own config and what it includes, but not a file given with -F), or -F to a file
// that is not there (`missing`). ssh ends before it sends a packet.
import { appendFileSync, chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import type { Client } from '../hosts/client.ts'
import type { BrokenFault } from '../types.ts'

const spoil: Record<string, (client: Client) => void> = {
  'bad-option': (client) => appendFileSync(client.configFile, 'IdentitiesOnIy yes\n'),
  writable: (client) => {
    const shared = join(client.home, '.ssh', 'team.conf')
    writeFileSync(shared, 'ServerAliveInterval 30\n')
    chmodSync(shared, 0o666)
    writeFileSync(client.configFile, `Include ${shared}\n${readFileSync(client.configFile, 'utf8')}`)
  },
  missing: (client) => rmSync(client.configFile),
}

/** ssh refuses its configuration. */
export const sshConfigUnusable = {
  id: 'ssh-config-unusable',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(spoil),
  verdict: 'unreachable',
  fromWithin: { not: "it lies on the user's own side: the server has nothing to show" },
  async break({ client }, variant) {
    spoil[variant]!(client)
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
