import type { Rule } from '../view.ts'
import { narrowHits } from '../narrow.ts'

export const algorithmsNarrow: Rule = {
  id: 'algorithms-narrow',
  keywords: ['kexalgorithms', 'ciphers', 'macs', 'hostkeyalgorithms'],
  side: 'reachability',
  sources: ['sshd_config(5) KexAlgorithms', 'openssh.md 4.3 #30'],
  peers: ['ssh-audit client compatibility'],
  check(c) {
    return narrowHits(c)
  },
}
