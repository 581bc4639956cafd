import type { Rule } from '../view.ts'
import { gradedHits } from '../graded.ts'

export const kexWeak: Rule = {
  id: 'kex-weak',
  keywords: ['kexalgorithms'],
  side: 'safety',
  sources: ['sshd_config(5) KexAlgorithms', 'audit/gradings.ts'],
  peers: ['ssh-audit kex'],
  check(c) {
    return gradedHits(c, 'kexalgorithms', 'KexAlgorithms')
  },
}
