import type { Rule } from '../view.ts'
import { gradedHits } from '../graded.ts'

export const pubkeyAlgorithmsWeak: Rule = {
  id: 'pubkey-algorithms-weak',
  keywords: ['pubkeyacceptedalgorithms', 'pubkeyacceptedkeytypes'],
  side: 'safety',
  sources: ['sshd_config(5) PubkeyAcceptedAlgorithms', 'audit/gradings.ts'],
  peers: ['ssh-audit key'],
  check(c) {
    return c.all('pubkeyacceptedalgorithms').length > 0
      ? gradedHits(c, 'pubkeyacceptedalgorithms', 'PubkeyAcceptedAlgorithms')
      : gradedHits(c, 'pubkeyacceptedkeytypes', 'PubkeyAcceptedKeyTypes')
  },
}
