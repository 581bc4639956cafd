import type { Rule } from '../view.ts'

export const rsaKeysLong: Rule = {
  id: 'rsa-keys-long',
  keywords: ['requiredrsasize'],
  side: 'reachability',
  sources: ['sshd_config(5) RequiredRSASize', 'ssh-keygen(1) -b'],
  check(c) {
    const bits = c.number('requiredrsasize')
    if (!(bits > 2048)) return undefined
    return {
      severity: bits > 3072 ? 'major' : 'minor',
      says: `RequiredRSASize ${bits}: RSA keys of fewer bits are refused.`,
      reason:
        bits > 3072
          ? 'ssh-keygen makes RSA keys of 3072 bits, clouds of 2048; a user with such a key gets Permission denied (publickey), and an RSA host key that is shorter is not used.'
          : 'Key pairs of EC2 and keys made before 2019 have 2048 bits; a user with such a key gets Permission denied (publickey).',
      recommend: { keyword: 'RequiredRSASize', value: '2048' },
    }
  },
}
