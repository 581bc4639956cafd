import type { Rule } from '../view.ts'

export const noAuthenticationLeft: Rule = {
  id: 'no-authentication-left',
  keywords: [
    'pubkeyauthentication',
    'passwordauthentication',
    'kbdinteractiveauthentication',
    'authorizedkeysfile',
    'usepam',
  ],
  side: 'reachability',
  sources: ['auth2.c', 'auth2-pubkey.c', 'sshd_config(5)'],
  check(c) {
    const on = (keyword: string) => c.is(keyword, 'yes')
    const named = ['authorizedkeysfile', 'authorizedkeyscommand', 'trustedusercakeys'].some(
      (each) => !c.is(each, 'none', ''),
    )
    // Portable sshd has keyboard-interactive through PAM only.
    const asked = (on('kbdinteractiveauthentication') || on('challengeresponseauthentication')) && on('usepam')
    const others = ['passwordauthentication', 'hostbasedauthentication', 'gssapiauthentication']
    if ((on('pubkeyauthentication') && named) || asked || others.some(on)) return undefined
    const off = on('pubkeyauthentication')
      ? 'keys are taken, but no file to find them in is named, and passwords are switched off'
      : 'keys and passwords are switched off'
    return {
      severity: 'critical',
      ...(on('pubkeyauthentication') && { keyword: 'authorizedkeysfile' }),
      says: `No way to log in is left: ${off}.`,
      reason: "sshd starts like that, sshd -t finds nothing wrong, and every login ends with 'Permission denied'.",
      recommend: on('pubkeyauthentication')
        ? { keyword: 'AuthorizedKeysFile', value: '.ssh/authorized_keys' }
        : { keyword: 'PubkeyAuthentication', value: 'yes' },
    }
  },
}
