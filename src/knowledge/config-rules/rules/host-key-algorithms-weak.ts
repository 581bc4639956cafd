import type { Rule } from '../view.ts'
import { gradedHits } from '../graded.ts'

export const hostKeyAlgorithmsWeak: Rule = {
  id: 'host-key-algorithms-weak',
  keywords: ['hostkeyalgorithms'],
  side: 'safety',
  sources: ['sshd_config(5) HostKeyAlgorithms', 'audit/gradings.ts'],
  peers: ['ssh-audit key'],
  check(c) {
    return gradedHits(c, 'hostkeyalgorithms', 'HostKeyAlgorithms')
  },
}
