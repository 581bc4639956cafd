import type { Rule } from '../view.ts'
import { gradedHits } from '../graded.ts'

export const ciphersWeak: Rule = {
  id: 'ciphers-weak',
  keywords: ['ciphers'],
  side: 'safety',
  sources: ['sshd_config(5) Ciphers', 'audit/gradings.ts'],
  peers: ['ssh-audit enc'],
  check(c) {
    return gradedHits(c, 'ciphers', 'Ciphers')
  },
}
