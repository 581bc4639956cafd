import { keyLogin } from '../looks.ts'
import type { Rule } from '../view.ts'

export const passwordsOn: Rule = {
  id: 'passwords-on',
  keywords: ['passwordauthentication', 'kbdinteractiveauthentication'],
  side: 'safety',
  sources: ['sshd_config(5) PasswordAuthentication'],
  check(c) {
    const plain = c.is('passwordauthentication', 'yes')
    if (!plain && !(c.is('kbdinteractiveauthentication', 'yes') && c.is('usepam', 'yes'))) return undefined
    const keyword = plain ? 'PasswordAuthentication' : 'KbdInteractiveAuthentication'
    const says = plain ? 'Passwords are accepted' : 'Passwords are accepted, asked for by PAM (keyboard-interactive)'
    // Up to 8.6 the switch was another one, and its default hung on a third.
    const can = c.host.exposed && (plain || c.since(8, 7))
    return {
      severity: c.host.exposed ? 'minor' : 'note',
      keyword: keyword.toLowerCase(),
      says: c.host.exposed ? `${says}, and the whole internet can try them.` : `${says}.`,
      reason:
        'Strangers never stop guessing, each guess holds a slot of MaxStartups while PAM checks it, and one weak password is enough. Before ' +
        'switching them off, see that everybody has a key that works.',
      ...(can && {
        recommend: { keyword, value: 'no' },
        shutsOut: {
          who: 'users who have no key here',
          look: keyLogin(),
        },
      }),
    }
  },
}
