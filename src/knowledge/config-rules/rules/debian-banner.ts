import type { Rule } from '../view.ts'
import { hasDebianPatches } from '../../../openssh/release.ts'

export const debianBanner: Rule = {
  id: 'debian-banner',
  keywords: ['debianbanner'],
  side: 'safety',
  sources: ['sshd_config(5) of Debian', 'ssh-audit banner'],
  check(c) {
    if (!hasDebianPatches(c.config.release) || c.is('debianbanner', 'no')) return undefined
    return {
      severity: 'note',
      says: 'The identification string names the package and its revision.',
      reason: 'Strangers see whether an update is missing. You and this program see it, too, from outside.',
    }
  },
}
