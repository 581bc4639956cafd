// One side was hardened or is old: an appliance that knows SHA-1 only, a server configured from a guide of ten years
// ago, a FIPS policy. Both ends speak ssh, and the lists they exchange have nothing in common; both say so by name.
import { DEFAULT_RELEASES } from '../hosts/release.ts'
import { configureSshd } from '../breaking/sshd-config.ts'
import type { BrokenFault } from '../types.ts'

// What OpenSSH still has and its client has long stopped offering by itself.
const OLD = {
  kex: ['KexAlgorithms diffie-hellman-group14-sha1'],
  cipher: ['Ciphers aes256-cbc'],
  'host-key': ['HostKeyAlgorithms ssh-rsa'],
  mac: ['Ciphers aes256-ctr', 'MACs hmac-md5'],
}

/** The server offers only what the client does not. */
export const noCommonAlgorithm = {
  id: 'no-common-algorithm',
  releases: DEFAULT_RELEASES,
  variants: Object.keys(OLD),
  verdict: 'unreachable',
  fromWithin: { not: 'what ssh itself says names it exactly already; the server has nothing to add' },
  async break({ machine, client }, variant) {
    await configureSshd(machine, OLD[variant as keyof typeof OLD])
    return { args: client.sshArgs() }
  },
} satisfies BrokenFault
