import { keyLogin } from '../looks.ts'
import type { Rule } from '../view.ts'

export const rootByPassword: Rule = {
  id: 'root-by-password',
  keywords: ['permitrootlogin', 'passwordauthentication', 'kbdinteractiveauthentication'],
  side: 'safety',
  sources: ['sshd_config(5) PermitRootLogin'],
  peers: ['Lynis SSH-7408 PermitRootLogin'],
  check(c) {
    if (!c.is('permitrootlogin', 'yes')) return undefined
    const asked =
      c.is('passwordauthentication', 'yes') || (c.is('kbdinteractiveauthentication', 'yes') && c.is('usepam', 'yes'))
    return {
      severity: asked ? 'major' : 'note',
      says: asked ? 'root may log in with a password.' : 'root may log in, though not with a password.',
      reason: asked
        ? "Every scanner of the internet tries root's password, and there is no user name left to guess."
        : 'Logins as root leave no trace of who logged in.',
      recommend: { keyword: 'PermitRootLogin', value: c.since(7, 0) ? 'prohibit-password' : 'without-password' },
      ...(asked && {
        shutsOut: {
          who: 'root, where it has no key that works',
          look: keyLogin('root'),
          you: c.host.present === 'root',
        },
      }),
    }
  },
}
