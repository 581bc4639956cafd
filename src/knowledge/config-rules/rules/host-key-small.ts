import type { Rule } from '../view.ts'

export const hostKeySmall: Rule = {
  id: 'host-key-small',
  keywords: ['hostkey'],
  side: 'reachability',
  sources: ['sshkey.h SSH_RSA_MINIMUM_MODULUS_SIZE', 'ssh_config(5) RequiredRSASize', 'crypto-policies(7)'],
  peers: ['ssh-audit key'],
  check(c) {
    const bits = c.host.hostKeyBits ?? {}
    const small = c.all('hostkey').flatMap((path) => {
      const length = bits[path]
      return length !== undefined && length < 2048 ? [{ path, length }] : []
    })
    const [worst] = small.toSorted((a, b) => a.length - b.length)
    if (!worst) return undefined
    const alone = c.all('hostkey').every((path) => small.some((key) => key.path === path))
    return {
      severity: alone ? 'major' : 'minor',
      says: `The host key ${worst.path} has ${worst.length} bits.`,
      reason:
        worst.length < 1024
          ? 'No OpenSSH client takes it (Invalid key length).'
          : 'Clients on Red Hat and all clients in FIPS mode refuse RSA keys below 2048 bits (Invalid key length); others take it for now.',
    }
  },
}
