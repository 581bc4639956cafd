import { person } from '../../../core/steps.ts'
import type { Rule } from '../view.ts'
import { hasDebianPatches, releaseMaker } from '../../../openssh/release.ts'

export const pamOff: Rule = {
  id: 'pam-off',
  keywords: ['usepam'],
  side: 'reachability',
  sources: ['sshd_config(5) UsePAM', 'auth.c allowed_user'],
  check(c) {
    if (!c.is('usepam', 'no') || (!hasDebianPatches(c.config.release) && !c.set('usepam'))) return undefined
    return {
      severity: 'minor',
      says: c.set('usepam')
        ? 'UsePAM no: sshd asks PAM for nothing.'
        : `No line switches UsePAM on, as ${releaseMaker(c.config.release)}'s own file does.`,
      reason:
        "Accounts whose password is locked ('!') are then refused with a key as well, pam_nologin, limits and systemd's session are left out, and keyboard-interactive is gone.",
      recommend: { keyword: 'UsePAM', value: 'yes' },
      shutsOut: {
        who: 'users that PAM refuses: expired accounts, those that access.conf leaves out, and everybody where /etc/pam.d/sshd is missing',
        look: person('ls /etc/pam.d/sshd && chage -l USER'),
      },
    }
  },
}
