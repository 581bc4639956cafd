import type { Rule } from '../view.ts'
import { gradedHits } from '../graded.ts'

export const macsWeak: Rule = {
  id: 'macs-weak',
  keywords: ['macs'],
  side: 'safety',
  sources: ['sshd_config(5) MACs', 'audit/gradings.ts'],
  peers: ['ssh-audit mac'],
  check(c) {
    return gradedHits(c, 'macs', 'MACs')
  },
}
